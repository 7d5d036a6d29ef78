import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Contents, lookInto } from '../case-file/look-into.ts'
import { fileName } from '../export/file-name.ts'

/** One backup in the folder of its case. `contents` is null where it cannot be read. */
export interface BackupFile {
  fileName: string
  /** ISO 8601, UTC. */
  at: string
  /** Bytes. */
  size: number
  contents: Contents | null
}

/** How many of the newest are kept, and for how many days one a day. */
const newest = 10
const days = 30
const day = 86_400_000

/** Sorts by time, in UTC so that it also does when the clocks are put back, and says the case’s name. */
export function backupName(caseName: string, at: Date): string {
  const stamp = `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  // 40 letters, since a letter can take four bytes and file systems take 255.
  return `${stamp} ${Array.from(fileName(caseName)).slice(0, 40).join('').trim()}.ligature`
}

/** The backups in a folder, newest first. The event loop turns between two, because each is opened. */
export async function listBackups(folder: string): Promise<BackupFile[]> {
  if (!existsSync(folder)) return []
  const backups: BackupFile[] = []
  for (const name of readdirSync(folder).sort().reverse()) {
    const stamp = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z .*\.ligature$/u.exec(name)
    if (!stamp) continue
    const path = join(folder, name)
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    const at = `${stamp[1]}:${stamp[2]}:${stamp[3]}Z`
    backups.push({ fileName: name, at, size, contents: lookInto(path) })
    await new Promise(setImmediate)
  }
  return backups
}

export const rowsIn = ({ contents }: BackupFile): number =>
  contents ? Object.values(contents.counts).reduce((sum, count) => sum + count, 0) : 0

/**
 * Those of the backups that others make needless. Kept are the ten newest, of each of thirty days the one that holds the most,
 * and the one that holds the most of all: so none ever goes in favour of a smaller one. One that cannot be read counts as
 * none, and goes after thirty days.
 */
export function needless(backups: BackupFile[], now = Date.now()): BackupFile[] {
  const isRecent = ({ at }: BackupFile) => now - Date.parse(at) < days * day
  const readable = backups
    .filter(({ contents }) => contents !== null)
    .sort((one, other) => other.at.localeCompare(one.at))
  const kept = new Set(readable.slice(0, newest))
  // Sorted newest first, so that of equals the newest is found.
  const largest = (some: BackupFile[]) =>
    some.reduce((best, next) => (rowsIn(next) > rowsIn(best) ? next : best))
  const byDay = Map.groupBy(readable.filter(isRecent), ({ at }) => new Date(at).toDateString())
  for (const some of byDay.values()) kept.add(largest(some))
  if (readable.length > 0) kept.add(largest(readable))
  return backups.filter(
    (backup) => !kept.has(backup) && (backup.contents !== null || (!isRecent(backup) && readable.length > 0)),
  )
}

export async function prune(folder: string): Promise<void> {
  for (const { fileName: name } of needless(await listBackups(folder))) rmSync(join(folder, name))
}
