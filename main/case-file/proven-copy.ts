import type Database from 'better-sqlite3'
import { type Digest, digestOf, isSame } from './digest.ts'
import { replaceWith } from './files.ts'
import { handle } from './handle.ts'
import { openToRead } from './look-into.ts'
import { sql } from './sql.ts'

/**
 * Puts a copy of an open case in the place of `path` once it was read back and holds the same rows. Throws where it could not
 * be written or does not, and then the old file is still there. Blocks for about 3 s for 100 MB.
 */
export function copyProven(db: Database.Database, path: string): void {
  const source = handle(db)
  replaceWith(path, (beside) => {
    source.run(sql`VACUUM INTO ${beside}`)
    if (!isSame(digestOf(source), proven(beside)))
      throw new Error('The copy does not hold what the case does.')
  })
}

/** What a file holds, after SQLite found nothing wrong with it. Throws where it did. */
export function proven(path: string): Digest {
  const db = openToRead(path)
  try {
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`The copy is damaged: ${integrity}`)
    return digestOf(handle(db))
  } finally {
    db.close()
  }
}

/** Puts a copy of a case that is not open in the place of `path`, proven like one of an open case. */
export function restoreCase(from: string, path: string): void {
  const db = openToRead(from)
  try {
    copyProven(db, path)
  } finally {
    db.close()
  }
}
