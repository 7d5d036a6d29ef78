import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import { TroubleError } from '../trouble.ts'
import { freePath, removeCase } from './files.ts'
import { copyProven } from './proven-copy.ts'
import { migrate, schemaVersion } from './schema.ts'

/**
 * Brings a case of an older Ligature to the present schema; answers a sentence that says so. A proven copy as it was stays
 * beside it, not among the backups: it is for going back to the Ligature that made it, which knows nothing of our backups.
 */
export function updateCase(db: Database.Database, path: string, from: number): string {
  const name = basename(path)
  const kept = freePath(path, `before update ${from} to ${schemaVersion}`)
  try {
    copyProven(db, kept)
  } catch (error) {
    throw new TroubleError(
      'update-refused',
      `“${name}” is of an older Ligature. It was not updated, since no copy of it could be kept beside it first.`,
      'Make room on its disk, or move it to a folder you may write to.',
      error,
    )
  }
  try {
    migrate(db, from)
  } catch (error) {
    removeCase(kept)
    throw new TroubleError(
      'update-failed',
      `“${name}” is of an older Ligature and could not be updated. It was left as it is.`,
      'Its contents do not fit together: carry what can be read into a new case.',
      error,
    ).offering('case.rescue')
  }
  return `“${name}” was updated from an older Ligature. As it was, it stands beside it: “${basename(kept)}”.`
}
