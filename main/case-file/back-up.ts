import type Database from 'better-sqlite3'
import { TroubleError } from '../trouble.ts'
import { type Damage, proveTexts } from './damage.ts'
import { digesting, isSame } from './digest.ts'
import { putInPlace, removeCase } from './files.ts'
import { handle } from './handle.ts'
import { openToRead } from './look-into.ts'
import { lastRevision } from './revisions.ts'

/** Pages copied at a time: about 1 ms. */
const pages = 50
/** Milliseconds of reading at a time. */
const slice = 8

/**
 * Backs an open case up: copies it, reads the copy back, and compares every row with the case by hash before the copy gets its
 * name. SQLite's checks are left out: equal rows say more, and the index pages are the case's own.
 *
 * SQLite's backup, and not VACUUM INTO: measured at 200 MB with 100,000 passages, both take 0.7 s from memory, but VACUUM INTO
 * does it in one go (3 s from the disk) and a backup stops the program for 12 ms at most, save at its end, where SQLite waits
 * 0.3 s for the disk. Reading both for the hash takes 1.7 s each, in slices.
 */
export async function backUp(db: Database.Database, path: string, closing: AbortSignal): Promise<boolean> {
  const beside = `${path}.part`
  const source = handle(db)
  try {
    removeCase(beside)
    await db.backup(beside, {
      progress: () => {
        closing.throwIfAborted()
        return pages
      },
    })
    const { number } = lastRevision(source)
    const wanted = await inSlices(digesting(source), closing)
    if (lastRevision(source).number !== number) return false
    const copy = openToRead(beside)
    try {
      if (!isSame(await inSlices(digesting(handle(copy)), closing), wanted))
        throw new Error('The backup does not hold what the case does.')
      // A faithful copy of damaged words must not push out the last good one.
      const damaged = (await inSlices(collect(proveTexts(handle(copy))), closing))[0]
      if (damaged)
        throw new TroubleError(
          'words-damaged',
          `The words of ${damaged.name} are damaged in the case file, so no new backup was made. Older backups are kept.`,
          'Restore a backup from before, and take the words from there.',
        ).offering('case.backups')
    } finally {
      copy.close()
    }
    putInPlace(beside, path)
    return true
  } catch (error) {
    if (closing.aborted) return false
    throw error
  } finally {
    removeCase(beside)
  }
}

function* collect(proofs: Generator<Damage | null>): Generator<undefined, Damage[]> {
  const damages: Damage[] = []
  for (const damage of proofs) {
    if (damage) damages.push(damage)
    yield
  }
  return damages
}

async function inSlices<Value>(work: Generator<unknown, Value>, closing: AbortSignal): Promise<Value> {
  for (;;) {
    closing.throwIfAborted()
    const until = performance.now() + slice
    do {
      const next = work.next()
      if (next.done) return next.value
    } while (performance.now() < until)
    await new Promise(setImmediate)
  }
}
