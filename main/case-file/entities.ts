import { noPeriod, type Period } from '../../preload/contract/dates.ts'
import type { EntityRow } from '../../preload/contract/network.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sql } from './sql.ts'

export function findEntity(db: ReadCase, id: string): EntityRow {
  const entity = db.one<EntityRow>(sql`SELECT * FROM entity WHERE id = ${id}`)
  if (!entity) throw new TroubleError('gone', 'This entity is no longer in the case.')
  return entity
}

/** The middle of the entities added last, of 200 at most: reading all would cost more with each one. */
export function middlePlace(db: ReadCase): { x: number; y: number } {
  const middle = db.one<{ x: number | null; y: number | null }>(
    sql`SELECT avg(x) AS x, avg(y) AS y FROM (SELECT x, y FROM entity ORDER BY id DESC LIMIT 200)`,
  )
  return { x: middle?.x ?? 0, y: middle?.y ?? 0 }
}

/** Where entities stand in the square that reaches so far around a place, in model units. */
export function placesAround(
  db: ReadCase,
  { x, y }: { x: number; y: number },
  reach: number,
): { x: number; y: number }[] {
  return db.all(sql`SELECT x, y FROM entity
    WHERE x BETWEEN ${x - reach} AND ${x + reach} AND y BETWEEN ${y - reach} AND ${y + reach}`)
}

/** The greatest x of all entities, in model units. */
export function rightEdge(db: ReadCase): number {
  return db.one<{ x: number | null }>(sql`SELECT max(x) AS x FROM entity`)?.x ?? 0
}

export function insertEntity(db: WriteCase, row: Pick<EntityRow, 'name' | 'type' | 'x' | 'y'>): EntityRow {
  const entity: EntityRow = {
    id: newId(),
    ...row,
    aliases: '',
    description: '',
    createdAt: new Date().toISOString(),
    ...noPeriod,
    pinned: 0,
    hidden: 0,
    groupId: null,
  }
  db.run(sql`INSERT INTO entity (id, name, type, aliases, description, x, y, createdAt) VALUES (${entity.id}, ${entity.name},
    ${entity.type}, ${entity.aliases}, ${entity.description}, ${entity.x}, ${entity.y}, ${entity.createdAt})`)
  return entity
}

export function updateEntity(
  db: WriteCase,
  entity: Pick<EntityRow, 'id' | 'name' | 'type' | 'aliases' | 'description'>,
): void {
  db.run(sql`UPDATE entity SET name = ${entity.name}, type = ${entity.type}, aliases = ${entity.aliases},
    description = ${entity.description} WHERE id = ${entity.id}`)
}

export function setPeriod(db: WriteCase, id: string, when: Period): void {
  db.run(sql`UPDATE entity SET startOn = ${when.startOn}, startHow = ${when.startHow}, endOn = ${when.endOn},
    endHow = ${when.endHow} WHERE id = ${id}`)
}

/** Answers false where the entity is gone. */
export function moveEntity(db: WriteCase, id: string, x: number, y: number): boolean {
  return db.run(sql`UPDATE entity SET x = ${x}, y = ${y} WHERE id = ${id}`) === 1
}

/** Deletes an entity, its relations and notes; answers the annotations that named it or were evidence for its relations. */
export function deleteEntity(db: WriteCase, id: string): string[] {
  const touched = db.all<{ id: string }>(sql`SELECT id FROM annotation WHERE entityId = ${id}
    UNION SELECT annotationId FROM evidence JOIN relation ON relation.id = evidence.relationId
      WHERE relation.fromId = ${id} OR relation.toId = ${id}`)
  db.run(sql`DELETE FROM entity WHERE id = ${id}`)
  return touched.map((row) => row.id)
}
