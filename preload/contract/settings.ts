import { z } from 'zod'
import { call, Nothing } from './call.ts'

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

export interface Settings {
  theme: Theme
}

export const settingsCalls = {
  /** How the window should look on this computer. Not part of any case. */
  'settings.read': call(Nothing).answers<Settings>(),
  /** Choose light, dark, or what the computer uses. */
  'settings.theme': call(z.object({ theme: Theme })).answers<void>(),
}
