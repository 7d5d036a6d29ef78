import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './export/write-whole.ts'

const Sight = z.object({
  path: z.string(),
  /** The last revision seen there, and when (ISO 8601, UTC). */
  number: z.int(),
  id: z.string(),
  at: z.string(),
})
export type Sight = z.infer<typeof Sight>
const File = z.record(z.string(), z.array(Sight))

/** How many places are remembered for one case, and how many cases: the oldest go. */
const mostPlaces = 20
const mostCases = 500

/** What this computer saw last of each case, by the case's id and the file's path. Never part of a case. */
export interface SeenCases {
  /** Newest first. */
  of(caseId: string): Sight[]
  /** The id of the case seen last at a path, or null. */
  at(path: string): string | null
  /** Written down within a second, or at `flush`: after a crash the last second is not remembered, and nothing else is lost. */
  see(caseId: string, sight: Sight): void
  flush(): void
}

/** Reads a JSON file. One that cannot be read counts as none: it only serves to warn. */
export function keepSeenCases(path: string): SeenCases {
  let cases: z.infer<typeof File> = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    if (existsSync(path)) cases = File.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Damaged: begin anew, and write a good file with the next step.
  }
  const flush = () => {
    if (!timer) return
    clearTimeout(timer)
    timer = undefined
    mkdirSync(dirname(path), { recursive: true })
    writeWhole(path, JSON.stringify(cases))
  }
  return {
    of: (caseId) => cases[caseId] ?? [],
    at: (path) =>
      Object.entries(cases).find(([, sights]) => sights.some((sight) => sight.path === path))?.[0] ?? null,
    see: (caseId, sight) => {
      const others = (cases[caseId] ?? []).filter((known) => known.path !== sight.path)
      const { [caseId]: _, ...rest } = cases
      const kept = Object.entries(rest).slice(0, mostCases - 1)
      cases = { [caseId]: [sight, ...others].slice(0, mostPlaces), ...Object.fromEntries(kept) }
      timer ??= setTimeout(flush, 1000)
    },
    flush,
  }
}
