import type { NoteRow } from '../../preload/contract/notes.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sha256 } from './sha256.ts'
import { sql } from './sql.ts'

export function findNote(db: ReadCase, id: string): NoteRow {
  const note = db.one<NoteRow>(sql`SELECT * FROM note WHERE id = ${id}`)
  if (!note) throw new TroubleError('gone', 'This note is no longer in the case.')
  return note
}

export function allNotes(db: ReadCase): NoteRow[] {
  return db.all(sql`SELECT * FROM note ORDER BY id`)
}

export type NoteTarget = Partial<Pick<NoteRow, 'annotationId' | 'entityId' | 'relationId' | 'articleId'>>

export function insertNote(db: WriteCase, on: NoteTarget, body: string): string {
  const id = newId()
  const now = new Date().toISOString()
  db.run(sql`INSERT INTO note (id, body, sha256, annotationId, entityId, relationId, articleId, createdAt, updatedAt)
    VALUES (${id}, ${body}, ${sha256(body)}, ${on.annotationId ?? null}, ${on.entityId ?? null},
      ${on.relationId ?? null}, ${on.articleId ?? null}, ${now}, ${now})`)
  return id
}

export function updateNote(db: WriteCase, id: string, body: string): void {
  db.run(sql`UPDATE note SET body = ${body}, sha256 = ${sha256(body)}, updatedAt = ${new Date().toISOString()}
    WHERE id = ${id}`)
}

/** Puts all notes on one passage on another. */
export function moveNotes(db: WriteCase, fromId: string, toId: string): void {
  db.run(sql`UPDATE note SET annotationId = ${toId} WHERE annotationId = ${fromId}`)
}

export function deleteNote(db: WriteCase, id: string): void {
  db.run(sql`DELETE FROM note WHERE id = ${id}`)
}
