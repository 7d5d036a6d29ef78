import type Database from 'better-sqlite3'
import type { Patch } from '../../preload/contract/patch.ts'
import type { ReadCase } from './handle.ts'
import { lastRevision } from './revisions.ts'

/**
 * Makes what runs each change of an open case as one transaction, and throws what the change or SQLite throws.
 *
 * A commit that fails at its very end, when the journal is put away, is in the file all the same, and "not saved" would not
 * be true. Where the case can be read again SQLite has put the journal away since, and the change is answered as done. Where
 * it cannot be read yet, the views hear of the change with the next one. Found by failing each call of the disk (bench/).
 */
export function committing(db: Database.Database, read: ReadCase) {
  /** A change that may be in the case, although its commit failed and no view was told of it. */
  let doubtful: Patch | null = null

  /** Whether the case holds that change; null where it cannot be read just now. */
  const isIn = ({ info }: Patch): boolean | null => {
    try {
      return lastRevision(read).number === info.revision
    } catch {
      return null
    }
  }

  return <Done extends { patch: Patch | null }>(change: () => Done): Done => {
    let done = undefined as Done | undefined
    const changing = db.transaction(() => {
      const missed = doubtful && isIn(doubtful) ? doubtful.changes : []
      done = change()
      done.patch?.changes.unshift(...missed)
      return done
    })
    try {
      changing.immediate()
    } catch (error) {
      const was = done?.patch && isIn(done.patch)
      if (was === null) doubtful = done?.patch ?? doubtful
      if (!was) throw error
    }
    if (done?.patch) doubtful = null
    return done as Done
  }
}
