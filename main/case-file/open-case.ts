import { basename, extname } from 'node:path'
import Database from 'better-sqlite3'
import type { CaseInfo } from '../../preload/contract/case.ts'
import type { Change, Patch } from '../../preload/contract/patch.ts'
import { TroubleError } from '../trouble.ts'
import { backUp } from './back-up.ts'
import { committing } from './commit.ts'
import { configure } from './connection.ts'
import { fileAt } from './files.ts'
import { handle, type ReadCase, type WriteCase } from './handle.ts'
import { beginStep, endStep, goTo, installRecorder, nextStep, replay } from './history.ts'
import { makeCase } from './make-case.ts'
import { addRevision, lastRevision } from './revisions.ts'
import { applicationId, schemaVersion, shape, shapeAt } from './schema.ts'
import { shareCase } from './share-case.ts'
import { sql } from './sql.ts'
import { updateCase } from './update-case.ts'

/** The open case: the only way to its file. Every change is a step, and answers once it is on the disk. */
export interface OpenCase {
  readonly path: string
  readonly read: ReadCase
  /** What a person should know of how it was opened: sentences. */
  readonly notices: string[]
  info(): CaseInfo
  /**
   * Whether a path leads to the very file that is open, by whatever name. Such a path must never be opened with `fs`: closing
   * it again would drop SQLite's lock.
   */
  isFileAt(path: string): boolean
  /** Whether the file that was opened still stands at `path`. */
  isInPlace(): boolean
  /**
   * Throws a TroubleError where it does not. A step would still reach the old file, but its journal would lie at the old
   * name, where no later opening finds it; so steps are refused until the file is back.
   */
  checkInPlace(): void
  /**
   * Runs `change` as one transaction and one undoable step. Throws what `change` throws, with nothing changed.
   * `patch` is null where nothing came out different.
   */
  step<Value>(change: (db: WriteCase) => { label: string; value: Value }): {
    value: Value
    patch: Patch | null
  }
  /** Undoes or redoes one step; null where there is none. */
  travel(way: 'undo' | 'redo'): Patch | null
  /** Goes to where the case was right after a step, 0 for its beginning, in one patch; null where all is so already. */
  go(stepId: number): Patch | null
  /** Writes a complete copy while work goes on. The target must not exist. */
  copyTo(path: string): void
  /** Puts a copy without history in the place of `path`: nothing that was deleted is in any byte of it. */
  shareTo(path: string): void
  /**
   * Puts a proven backup in the place of `path`, a little at a time while a person works. Answers false where they did work,
   * or closed the case, before it was proven: then nothing was put there. Throws where it could not be written or proven.
   */
  backUpTo(path: string): Promise<boolean>
  close(): void
}

/**
 * Opens a case file, or makes one where `create` is set. Throws a TroubleError that says what is wrong with the file and
 * leaves its bytes as they are.
 *
 * A rollback journal, not WAL: between two steps the one file is the whole case, so that a copy or a rename loses nothing
 * (costs about 0.2 ms a step). The lock is exclusive: a second program is told so instead of overwriting.
 */
export function openCase(path: string, { create = false } = {}): OpenCase {
  let db: Database.Database | undefined
  try {
    if (create) makeCase(path)
    db = new Database(path, { fileMustExist: true, timeout: 400 })
    configure(db)
    return wrap(db, path, prepare(db, path))
  } catch (error) {
    db?.close()
    throw explain(error, path)
  }
}

/** Answers what a person should know of it. */
function prepare(db: Database.Database, path: string): string[] {
  const name = basename(path)
  const id = db.pragma('application_id', { simple: true })
  const version = Number(db.pragma('user_version', { simple: true }))
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (isEmpty)
    throw new TroubleError(
      'case-empty',
      `“${name}” is empty: there is no case in it.`,
      'If it comes from a cloud folder, wait until it is there in full. Or open a copy.',
    ).offering('case.backups')
  if (id !== applicationId)
    throw new TroubleError(
      'not-a-case',
      `“${name}” is a database, but not a Ligature case.`,
      'Choose a file that ends in .ligature.',
    )
  if (version > schemaVersion)
    throw new TroubleError(
      'case-newer',
      `“${name}” was made by a newer Ligature. It was left as it is.`,
      'Update Ligature to open it.',
    )
  // Compared before anything is written: with what the version that made the file would have made.
  if (shape(db) !== shapeAt(version))
    throw new TroubleError(
      'case-foreign',
      `“${name}” holds tables or programs that Ligature did not make. It was not opened, and is unchanged.`,
      'Carry what can be read into a new case; or ask whoever gave it to you for a copy saved by Ligature.',
    ).offering('case.rescue')
  // Not sooner: this writes to a file that was in another mode.
  db.pragma('journal_mode = DELETE')
  // Takes the lock now, so that a second program hears of it before it shows anything; and asks for leave to write, which
  // writes nothing: where the system refuses that, SQLite opens a file for reading only and says so at the first step.
  db.exec('BEGIN EXCLUSIVE; DELETE FROM step WHERE false; COMMIT')
  const notices = version < schemaVersion ? [updateCase(db, path, version)] : []
  installRecorder(db)
  return notices
}

function explain(error: unknown, path: string): unknown {
  const name = basename(path)
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new TroubleError(
      'case-busy',
      `“${name}” is already open in another window or program.`,
      'Go on there, or close it and open it here again.',
      error,
    )
  if (code === 'SQLITE_NOTADB')
    return new TroubleError(
      'not-a-case',
      `“${name}” is not a Ligature case, or its beginning is damaged. It was left as it is.`,
      'Choose a file that ends in .ligature, or a copy of this one.',
      error,
    ).offering('case.backups')
  // An error without a kind of its own is a schema or a file format that SQLite does not know.
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_ERROR')
    return new TroubleError(
      'case-damaged',
      `“${name}” is damaged. It was left as it is.`,
      'Carry what can be read into a new case, or restore one of its backups.',
      error,
    ).offering('case.rescue')
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
    return new TroubleError(
      'case-unreachable',
      `“${name}” cannot be opened: it is not there, or may not be written.`,
      'Look whether the folder exists and you may write to it, or choose another case.',
      error,
    ).offering('case.backups')
  return error instanceof TypeError && /directory/iu.test(error.message)
    ? new TroubleError(
        'case-unreachable',
        `The folder of “${name}” is not there.`,
        'Choose another case.',
        error,
      ).offering('case.backups')
    : error
}

function wrap(db: Database.Database, path: string, notices: string[]): OpenCase {
  const write = handle(db)
  const file = fileAt(path)
  const closing = new AbortController()

  const isFileAt = (at: string) => fileAt(at) === file
  const isInPlace = () => isFileAt(path)
  const checkInPlace = () => {
    if (isInPlace()) return
    const happened = fileAt(path)
      ? 'Another file was put in its place'
      : 'It was moved, renamed or deleted, or its drive is gone'
    throw new TroubleError(
      'case-moved',
      `The file of “${basename(path)}” is no longer where it was. ${happened}. Nothing done so far is lost: it is all in this window.`,
      'Put the file back, or save a copy of the case; then you can go on.',
    ).offering('case.copy')
  }

  const info = (): CaseInfo => {
    const about = write.one<{ id: string }>(sql`SELECT id FROM about`)
    if (!about) throw new TroubleError('case-damaged', 'The case does not know its own id: it is damaged.')
    const last = nextStep(write, 'undo')
    return {
      id: about.id,
      revision: lastRevision(write).number,
      name: basename(path, extname(path)),
      fileName: basename(path),
      undo: last?.label ?? null,
      undoStep: last?.id ?? null,
      redo: nextStep(write, 'redo')?.label ?? null,
    }
  }

  const finish = (label: string, changes: Change[]): Patch => {
    addRevision(write)
    return { label, changes, info: info() }
  }

  const commit = committing(db, write)

  return {
    path,
    read: write,
    notices,
    info,
    isFileAt,
    isInPlace,
    checkInPlace,
    step: (change) => {
      checkInPlace()
      return commit(() => {
        const stepId = beginStep(write)
        const { label, value } = change(write)
        const changes = endStep(write, stepId, label)
        return { value, patch: changes.length > 0 ? finish(label, changes) : null }
      })
    },
    travel: (way) => {
      checkInPlace()
      return commit(() => {
        const step = nextStep(write, way)
        if (!step) return { patch: null }
        db.pragma('defer_foreign_keys = ON')
        return { patch: finish(step.label, replay(write, step.id, way)) }
      }).patch
    },
    go: (stepId) => {
      checkInPlace()
      return commit(() => {
        db.pragma('defer_foreign_keys = ON')
        const gone = goTo(write, stepId)
        return { patch: gone ? finish(gone.label, gone.changes) : null }
      }).patch
    },
    copyTo: (target) => {
      write.run(sql`VACUUM INTO ${target}`)
    },
    shareTo: (target) => shareCase(write, target),
    backUpTo: (target) => backUp(db, target, closing.signal),
    close: () => {
      closing.abort()
      db.close()
    },
  }
}
