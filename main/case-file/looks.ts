import type { EntityTypeRow, RelationKindRow } from '../../preload/contract/board.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sql } from './sql.ts'

export function allTypes(db: ReadCase): EntityTypeRow[] {
  return db.all(sql`SELECT * FROM entityType ORDER BY id`)
}

export function findType(db: ReadCase, id: string): EntityTypeRow {
  const type = db.one<EntityTypeRow>(sql`SELECT * FROM entityType WHERE id = ${id}`)
  if (!type) throw new TroubleError('gone', 'This type is no longer in the case.')
  return type
}

export function findTypeNamed(db: ReadCase, name: string): EntityTypeRow | undefined {
  return db.one(sql`SELECT * FROM entityType WHERE name = ${name}`)
}

type TypeLook = Pick<EntityTypeRow, 'name' | 'shape' | 'icon' | 'color'>

export function insertType(db: WriteCase, { name, shape, icon, color }: TypeLook): string {
  const id = newId()
  db.run(sql`INSERT INTO entityType (id, name, shape, icon, color, createdAt)
    VALUES (${id}, ${name}, ${shape}, ${icon}, ${color}, ${new Date().toISOString()})`)
  return id
}

export function updateType(db: WriteCase, id: string, { name, shape, icon, color }: TypeLook): void {
  db.run(
    sql`UPDATE entityType SET name = ${name}, shape = ${shape}, icon = ${icon}, color = ${color} WHERE id = ${id}`,
  )
}

export function deleteType(db: WriteCase, id: string): void {
  db.run(sql`DELETE FROM entityType WHERE id = ${id}`)
}

/** Reads every entity, about 1 µs each: a type changes its name too seldom for an index that each new entity would pay for. */
export function retypeEntities(db: WriteCase, from: string, to: string): number {
  return db.run(sql`UPDATE entity SET type = ${to} WHERE type = ${from}`)
}

export function allKinds(db: ReadCase): RelationKindRow[] {
  return db.all(sql`SELECT * FROM relationKind ORDER BY id`)
}

type KindLook = Pick<RelationKindRow, 'name' | 'color' | 'line' | 'directed'>

export function putKind(db: WriteCase, { name, color, line, directed }: KindLook): void {
  db.run(sql`INSERT INTO relationKind (id, name, color, line, directed, createdAt)
    VALUES (${newId()}, ${name}, ${color}, ${line}, ${directed}, ${new Date().toISOString()})
    ON CONFLICT (name) DO UPDATE SET color = excluded.color, line = excluded.line, directed = excluded.directed`)
}

export function deleteKind(db: WriteCase, name: string): boolean {
  return db.run(sql`DELETE FROM relationKind WHERE name = ${name}`) === 1
}

/** Reads every relation, about 1 µs each, for the same reason. Answers how many there were of the kind. */
export function rekindRelations(db: WriteCase, from: string, to: string): number {
  return db.run(sql`UPDATE relation SET kind = ${to} WHERE kind = ${from}`)
}
