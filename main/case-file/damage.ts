import type { NoteRow } from '../../preload/contract/notes.ts'
import { contentHash } from './articles.ts'
import type { ReadCase } from './handle.ts'
import { sha256 } from './sha256.ts'
import { sql } from './sql.ts'

/** A text that no longer is what was written: which row, and how a person knows it. */
export interface Damage {
  table: 'content' | 'note'
  id: string
  name: string
}

export const isDamaged = (note: NoteRow): boolean => sha256(note.body) !== note.sha256

/** How a person knows a note whose words cannot be trusted: by the day it was written. */
export const damagedNote = ({ id, createdAt }: NoteRow): Damage => ({
  table: 'note',
  id,
  name: `the note of ${createdAt.slice(0, 10)}`,
})

/**
 * Proves every text of the case against its SHA-256, one at each turn of the loop, so that the caller can leave time for a
 * person in between. Yields null where a text is whole. SQLite's own checks see about a tenth of the bits that flip.
 */
export function* proveTexts(db: ReadCase): Generator<Damage | null> {
  for (const { id } of db.all<{ id: string }>(sql`SELECT id FROM content`)) {
    const content = db.one<{ text: string; blocks: string }>(
      sql`SELECT text, blocks FROM content WHERE id = ${id}`,
    )
    const isWhole = !content || contentHash(content.text, content.blocks) === id
    yield isWhole ? null : { table: 'content', id, name: titleOf(db, id) }
  }
  for (const { id } of db.all<{ id: string }>(sql`SELECT id FROM note`)) {
    const note = db.one<NoteRow>(sql`SELECT * FROM note WHERE id = ${id}`)
    yield note && isDamaged(note) ? damagedNote(note) : null
  }
}

function titleOf(db: ReadCase, contentId: string): string {
  const article = db.one<{ title: string }>(sql`SELECT title FROM article WHERE contentId = ${contentId}`)
  return article ? `“${article.title}”` : 'an article that was removed'
}
