import type { TagSetMemberRow, TagSetRow } from '../../preload/contract/codebook.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sql } from './sql.ts'

export function findTagSet(db: ReadCase, id: string): TagSetRow {
  const set = db.one<TagSetRow>(sql`SELECT * FROM tagSet WHERE id = ${id}`)
  if (!set) throw new TroubleError('gone', 'This set of tags is no longer in the case.')
  return set
}

/** The set of that name, whatever its case. A person has a dozen sets, so that all are looked at. */
export function findTagSetNamed(db: ReadCase, name: string): TagSetRow | undefined {
  const wanted = name.toLowerCase()
  const sets = db.all<TagSetRow>(sql`SELECT * FROM tagSet ORDER BY id LIMIT 10000`)
  return sets.find((set) => set.name.toLowerCase() === wanted)
}

export function insertTagSet(db: WriteCase, name: string, id = newId()): TagSetRow {
  const set: TagSetRow = { id, name, createdAt: new Date().toISOString() }
  db.run(sql`INSERT INTO tagSet (id, name, createdAt) VALUES (${set.id}, ${set.name}, ${set.createdAt})`)
  return set
}

export function renameTagSet(db: WriteCase, id: string, name: string): void {
  db.run(sql`UPDATE tagSet SET name = ${name} WHERE id = ${id}`)
}

export function deleteTagSet(db: WriteCase, id: string): void {
  db.run(sql`DELETE FROM tagSet WHERE id = ${id}`)
}

/** Puts a tag into a set; one that is there already stays. */
export function addToSet(db: WriteCase, tagSetId: string, tagId: string): void {
  db.run(sql`INSERT INTO tagSetMember (id, tagSetId, tagId) VALUES (${newId()}, ${tagSetId}, ${tagId})
    ON CONFLICT (tagSetId, tagId) DO NOTHING`)
}

export function takeOutOfSet(db: WriteCase, tagSetId: string, tagId: string): void {
  db.run(sql`DELETE FROM tagSetMember WHERE tagSetId = ${tagSetId} AND tagId = ${tagId}`)
}

/** All sets and what is in them, for a codebook. */
export function allTagSets(db: ReadCase): { sets: TagSetRow[]; members: TagSetMemberRow[] } {
  return {
    sets: db.all(sql`SELECT * FROM tagSet`),
    members: db.all(sql`SELECT * FROM tagSetMember`),
  }
}

/** Is there such a set? */
export function hasTagSet(db: ReadCase, id: string): boolean {
  return db.one(sql`SELECT 1 FROM tagSet WHERE id = ${id}`) !== undefined
}
