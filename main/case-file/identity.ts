import type { WriteCase } from './handle.ts'
import { sql } from './sql.ts'

/** Lets everything that hangs on an entity hang on another: mentions, both ends of relations, notes. */
export function handOver(db: WriteCase, fromId: string, toId: string): void {
  db.run(sql`UPDATE annotation SET entityId = ${toId} WHERE entityId = ${fromId}`)
  db.run(sql`UPDATE relation SET fromId = ${toId} WHERE fromId = ${fromId}`)
  db.run(sql`UPDATE relation SET toId = ${toId} WHERE toId = ${fromId}`)
  db.run(sql`UPDATE note SET entityId = ${toId} WHERE entityId = ${fromId}`)
}

/** Moves the ends of one relation that are at an entity. Answers false where none is. */
export function moveEnds(db: WriteCase, relationId: string, fromId: string, toId: string): boolean {
  const froms = db.run(
    sql`UPDATE relation SET fromId = ${toId} WHERE id = ${relationId} AND fromId = ${fromId}`,
  )
  const tos = db.run(sql`UPDATE relation SET toId = ${toId} WHERE id = ${relationId} AND toId = ${fromId}`)
  return froms + tos > 0
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
