import type { TagRow } from '../../preload/contract/annotate.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sql } from './sql.ts'

export function findTag(db: ReadCase, id: string): TagRow {
  const tag = db.one<TagRow>(sql`SELECT * FROM tag WHERE id = ${id}`)
  if (!tag) throw new TroubleError('gone', 'This tag is no longer in the case.')
  return tag
}

/** A letter that has a case which SQLite's NOCASE does not know. */
const otherCase = /(?=\P{ASCII})\p{Cased}/u

/**
 * The tag of that name, whatever its case: "attack" and "Attack" are one tag. The index finds it by the case of a to z; only
 * a name with other letters that have a case, not found as it is, is looked for among all names (about 1 µs each).
 */
export function findTagNamed(db: ReadCase, name: string): TagRow | undefined {
  const found = db.one<TagRow>(sql`SELECT * FROM tag WHERE name = ${name} COLLATE NOCASE ORDER BY id LIMIT 1`)
  if (found || !otherCase.test(name)) return found
  const wanted = name.toLowerCase()
  const names = db.all<{ id: string; name: string }>(sql`SELECT id, name FROM tag`)
  const same = names.find((tag) => tag.name.toLowerCase() === wanted)
  return same && findTag(db, same.id)
}

/** Adds a tag in the colour that the fewest of the last 64 tags have. */
export function insertTag(db: WriteCase, name: string): TagRow {
  const used = db.all<{ color: number }>(sql`SELECT color FROM tag ORDER BY id DESC LIMIT 64`)
  const counts = [1, 2, 3, 4, 5, 6, 7, 8].map((color) => ({
    color,
    count: used.filter((tag) => tag.color === color).length,
  }))
  const color = counts.reduce((least, next) => (next.count < least.count ? next : least)).color
  const createdAt = new Date().toISOString()
  const tag: TagRow = { id: newId(), name, color, description: '', createdAt, parentId: null, pin: 0 }
  db.run(sql`INSERT INTO tag (id, name, color, description, createdAt)
    VALUES (${tag.id}, ${tag.name}, ${tag.color}, ${tag.description}, ${tag.createdAt})`)
  return tag
}

export function updateTag(db: WriteCase, tag: Pick<TagRow, 'id' | 'name' | 'color' | 'description'>): void {
  db.run(
    sql`UPDATE tag SET name = ${tag.name}, color = ${tag.color}, description = ${tag.description} WHERE id = ${tag.id}`,
  )
}

/** Deletes a tag; answers the annotations that carried it. */
export function deleteTag(db: WriteCase, id: string): string[] {
  const carriers = db.all<{ annotationId: string }>(sql`SELECT annotationId FROM tagging WHERE tagId = ${id}`)
  db.run(sql`DELETE FROM tag WHERE id = ${id}`)
  return carriers.map((row) => row.annotationId)
}

/** Puts a tag on an annotation; one that is there already stays. */
export function attachTag(db: WriteCase, annotationId: string, tagId: string): void {
  db.run(sql`INSERT INTO tagging (id, annotationId, tagId) VALUES (${newId()}, ${annotationId}, ${tagId})
    ON CONFLICT (annotationId, tagId) DO NOTHING`)
}

export function detachTag(db: WriteCase, annotationId: string, tagId: string): void {
  db.run(sql`DELETE FROM tagging WHERE annotationId = ${annotationId} AND tagId = ${tagId}`)
}
