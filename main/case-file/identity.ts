import type { RelationEnd } from '../../preload/contract/network.ts'
import type { WriteCase } from './handle.ts'
import { sql } from './sql.ts'

/** Lets everything that hangs on an entity hang on another: mentions, both ends of relations, notes. */
export function handOver(db: WriteCase, fromId: string, toId: string): void {
  db.run(sql`UPDATE annotation SET entityId = ${toId} WHERE entityId = ${fromId}`)
  db.run(sql`UPDATE relation SET fromId = ${toId} WHERE fromId = ${fromId}`)
  db.run(sql`UPDATE relation SET toId = ${toId} WHERE toId = ${fromId}`)
  db.run(sql`UPDATE note SET entityId = ${toId} WHERE entityId = ${fromId}`)
}

/** Moves one end of a relation from an entity to another. Answers false where it is not at the first. */
export function moveEnd(
  db: WriteCase,
  relationId: string,
  end: RelationEnd,
  fromId: string,
  toId: string,
): boolean {
  const moved =
    end === 'from'
      ? db.run(sql`UPDATE relation SET fromId = ${toId} WHERE id = ${relationId} AND fromId = ${fromId}`)
      : db.run(sql`UPDATE relation SET toId = ${toId} WHERE id = ${relationId} AND toId = ${fromId}`)
  return moved === 1
}

/** Answers false where the passage does not name that entity. */
export function moveMention(db: WriteCase, annotationId: string, fromId: string, toId: string): boolean {
  return (
    db.run(
      sql`UPDATE annotation SET entityId = ${toId} WHERE id = ${annotationId} AND entityId = ${fromId}`,
    ) === 1
  )
}

/** Answers false where the note is not on that entity. */
export function moveNote(db: WriteCase, noteId: string, fromId: string, toId: string): boolean {
  return db.run(sql`UPDATE note SET entityId = ${toId} WHERE id = ${noteId} AND entityId = ${fromId}`) === 1
}
