import { z } from 'zod'
import { call, Id, Nothing } from './call.ts'

export const Theme = z.enum(['system', 'light', 'dark', 'sepia'])
export type Theme = z.infer<typeof Theme>

/** How text is set: letters in CSS pixels, lines in heights of a letter, a line's length in widths of “0”. */
export const Reading = z.object({
  size: z.number().min(12).max(32),
  leading: z.number().min(1.2).max(2.2),
  measure: z.number().min(36).max(100),
})
export type Reading = z.infer<typeof Reading>
export const usualReading: Reading = { size: 18, leading: 1.62, measure: 62 }

/** What the network's nodes show beside themselves: what their width stands for, and what the ring around them does. */
export const BoardLook = z.object({
  nodeSize: z.enum(['fixed', 'mentions', 'relations', 'betweenness']),
  measure: z.enum(['none', 'community']),
})
export type BoardLook = z.infer<typeof BoardLook>
export const usualBoard: BoardLook = { nodeSize: 'fixed', measure: 'none' }

export interface Settings {
  theme: Theme
  reading: Reading
  board: BoardLook
  /** Where reading stopped, by the article's id: an offset in UTF-16 code units of its text. The one read last comes last. */
  places: Record<string, number>
}

export const settingsCalls = {
  /** How the window should look on this computer. Not part of any case. */
  'settings.read': call(Nothing).answers<Settings>(),
  /** Choose light, dark, sepia, or what the computer uses. */
  'settings.theme': call(z.object({ theme: Theme })).answers<void>(),
  /** Choose how large, how close and how wide text is set. */
  'settings.reading': call(Reading).answers<void>(),
  /** Choose what the network's nodes show beside themselves. */
  'settings.board': call(BoardLook).answers<void>(),
  /** Remember where in an article reading stopped. */
  'settings.place': call(z.object({ articleId: Id, offset: z.int().min(0) })).answers<void>(),
}
