import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { BoardLook, Reading, Theme, usualBoard, usualReading } from '../preload/contract/settings.ts'
import { writeWhole } from './export/write-whole.ts'
import { logError } from './log.ts'

const Kept = z.object({
  theme: Theme.catch('system').default('system'),
  reading: Reading.catch(usualReading).default(usualReading),
  board: BoardLook.catch(usualBoard).default(usualBoard),
  places: z.record(z.string(), z.int().min(0)).catch({}).default({}),
  lastCase: z.string().nullable().catch(null).default(null),
  window: z
    .object({
      x: z.int(),
      y: z.int(),
      width: z.int().min(400),
      height: z.int().min(300),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null)
    .default(null),
})
export type Kept = z.infer<typeof Kept>

/** What this computer remembers between starts. Never part of a case. */
export interface Settings {
  readonly now: Kept
  change(to: Partial<Kept>): void
}

/**
 * Reads settings from a JSON file. One that cannot be read counts as none, and one that cannot be written holds until the end of
 * this run: settings are a comfort, never a reason to stop.
 */
export function keepSettings(path: string, onChange: (now: Kept) => void): Settings {
  let now = Kept.parse({})
  try {
    if (existsSync(path)) now = Kept.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Damaged: go on with the defaults, and write a good file at the next change.
  }
  return {
    get now() {
      return now
    },
    change: (to) => {
      now = { ...now, ...to }
      onChange(now)
      try {
        mkdirSync(dirname(path), { recursive: true })
        writeWhole(path, JSON.stringify(now, null, 2))
      } catch (error) {
        logError('settings not kept', error)
      }
    },
  }
}
