import type { Parsed } from '../../preload/contract.ts'
import { deleteBare } from '../case-file/annotations.ts'
import { findArticle } from '../case-file/articles.ts'
import { findEntity } from '../case-file/entities.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { deleteNote, findNote, insertNote, type NoteTarget, updateNote } from '../case-file/notes.ts'
import { findRelation } from '../case-file/relations.ts'
import { annotationFor } from './passage.ts'
import { quoted } from './words.ts'

export function writeNote(db: WriteCase, { on, body }: Parsed<'note.write'>) {
  const target: NoteTarget = {}
  if ('passage' in on) target.annotationId = annotationFor(db, on.passage).id
  else if ('entityId' in on) target.entityId = findEntity(db, on.entityId).id
  else if ('relationId' in on) target.relationId = findRelation(db, on.relationId).id
  else if ('articleId' in on) target.articleId = findArticle(db, on.articleId).id
  const noteId = insertNote(db, target, body)
  return {
    label: `Write note ${quoted(plain(body))}`,
    value: { noteId, annotationId: target.annotationId ?? null },
  }
}

export function editNote(db: WriteCase, input: Parsed<'note.edit'>) {
  if (findNote(db, input.noteId).body !== input.body) updateNote(db, input.noteId, input.body)
  return { label: `Edit note ${quoted(plain(input.body))}`, value: undefined }
}

export function removeNote(db: WriteCase, input: Parsed<'note.remove'>) {
  const note = findNote(db, input.noteId)
  deleteNote(db, input.noteId)
  if (note.annotationId) deleteBare(db, [note.annotationId])
  return { label: `Delete note ${quoted(plain(note.body))}`, value: undefined }
}

/** Without the signs of Markdown: a label is read, not rendered. */
const plain = (body: string) => body.slice(0, 1000).replace(/[*_`#>~]+/gu, '')
