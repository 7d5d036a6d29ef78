import { z } from 'zod'
import { Passage } from './annotate.ts'
import { call, Id, Prose } from './call.ts'

/** Markdown on one thing of the case, or on the case as a whole when all four ids are null. */
export interface NoteRow {
  id: string
  body: string
  annotationId: string | null
  entityId: string | null
  relationId: string | null
  articleId: string | null
  createdAt: string
  updatedAt: string
  /** SHA-256 (hex) of the body: a bit that flipped on the disk is found when the note is read. */
  sha256: string
}

/** What a note is on. */
export const NoteSubject = z.union([
  z.object({ passage: Passage }),
  z.object({ entityId: Id }),
  z.object({ relationId: Id }),
  z.object({ articleId: Id }),
  z.object({ wholeCase: z.literal(true) }),
])
export type NoteSubject = z.infer<typeof NoteSubject>

const Body = Prose.pipe(z.string().regex(/\S/u, 'A note needs some words.'))

export const noteCalls = {
  /** Write a note on a passage, an entity, a relation, an article or the case. */
  'note.write': call(z.object({ on: NoteSubject, body: Body })).answers<{
    noteId: string
    annotationId: string | null
  }>(),
  /** Change a note's words. */
  'note.edit': call(z.object({ noteId: Id, body: Body })).answers<void>(),
  /** Delete a note. Its passage stays where it carries anything else. */
  'note.remove': call(z.object({ noteId: Id })).answers<void>(),
}
