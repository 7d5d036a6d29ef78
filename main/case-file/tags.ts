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

/** What a new tag can bring along, out of a codebook. */
export type TagDetails = Partial<Pick<TagRow, 'id' | 'color' | 'description' | 'parentId' | 'pin'>>

/** Adds a tag: if nothing else is said, in the colour that the fewest of the last 64 tags have, with the first free key. */
export function insertTag(db: WriteCase, name: string, details: TagDetails = {}): TagRow {
  const tag: TagRow = {
    id: newId(),
    color: details.color ?? rarestColor(db),
    description: '',
    createdAt: new Date().toISOString(),
    parentId: null,
    pin: details.pin ?? freeKey(db),
    ...details,
    name,
  }
  db.run(sql`INSERT INTO tag (id, name, color, description, createdAt, parentId, pin) VALUES (${tag.id}, ${tag.name},
    ${tag.color}, ${tag.description}, ${tag.createdAt}, ${tag.parentId}, ${tag.pin})`)
  return tag
}

function rarestColor(db: ReadCase): number {
  const used = db.all<{ color: number }>(sql`SELECT color FROM tag ORDER BY id DESC LIMIT 64`)
  const counts = [1, 2, 3, 4, 5, 6, 7, 8].map((color) => ({
    color,
    count: used.filter((tag) => tag.color === color).length,
  }))
  return counts.reduce((least, next) => (next.count < least.count ? next : least)).color
}

/** The tags that have a key of their own: nine at most. There are few tags, so that looking at each costs 1 µs a tag. */
export function pinnedTags(db: ReadCase): TagRow[] {
  return db.all(sql`SELECT * FROM tag WHERE pin > 0 ORDER BY pin LIMIT 9`)
}

/** 0 where no tag has a key of its own: then the keys are the nine oldest tags', and a new one needs none. */
function freeKey(db: ReadCase): number {
  const taken = pinnedTags(db).map((tag) => tag.pin)
  if (taken.length === 0) return 0
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].find((key) => !taken.includes(key)) ?? 0
}

export function oldestTags(db: ReadCase, most: number): TagRow[] {
  return db.all(sql`SELECT * FROM tag ORDER BY id LIMIT ${most}`)
}

export function setPin(db: WriteCase, id: string, pin: number): void {
  db.run(sql`UPDATE tag SET pin = ${pin} WHERE id = ${id}`)
}

export function setParent(db: WriteCase, id: string, parentId: string | null): void {
  db.run(sql`UPDATE tag SET parentId = ${parentId} WHERE id = ${id}`)
}

/** Puts all that is below a tag below another one, or at the top. */
export function moveChildren(db: WriteCase, id: string, parentId: string | null): void {
  db.run(sql`UPDATE tag SET parentId = ${parentId} WHERE parentId = ${id}`)
}

/** A tag and those it is below, upwards; each once, also where a case from elsewhere holds a circle. */
export function lineOf(db: ReadCase, id: string): string[] {
  const line: string[] = []
  for (let next: string | null = id; next !== null && !line.includes(next); ) {
    line.push(next)
    next = findTag(db, next).parentId
  }
  return line
}

/** Puts a tag wherever another one is: on passages and in sets. Where both are, one stays. */
export function replaceTag(db: WriteCase, id: string, by: string): void {
  db.run(sql`UPDATE OR IGNORE tagging SET tagId = ${by} WHERE tagId = ${id}`)
  db.run(sql`UPDATE OR IGNORE tagSetMember SET tagId = ${by} WHERE tagId = ${id}`)
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

export function allTags(db: ReadCase): TagRow[] {
  return db.all(sql`SELECT * FROM tag`)
}

/** Is there such a tag? */
export function hasTag(db: ReadCase, id: string): boolean {
  return db.one(sql`SELECT 1 FROM tag WHERE id = ${id}`) !== undefined
}
