import type { BoardGroupRow, BoardViewRow } from '../../preload/contract/board.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sql } from './sql.ts'

/** All three answer false where the entity is gone. */
export function pinEntity(db: WriteCase, id: string, pinned: 0 | 1): boolean {
  return db.run(sql`UPDATE entity SET pinned = ${pinned} WHERE id = ${id}`) === 1
}
export function hideEntity(db: WriteCase, id: string, hidden: 0 | 1): boolean {
  return db.run(sql`UPDATE entity SET hidden = ${hidden} WHERE id = ${id}`) === 1
}
export function putEntity(db: WriteCase, id: string, groupId: string | null): boolean {
  return db.run(sql`UPDATE entity SET groupId = ${groupId} WHERE id = ${id}`) === 1
}

export function findGroup(db: ReadCase, id: string): BoardGroupRow {
  const group = db.one<BoardGroupRow>(sql`SELECT * FROM boardGroup WHERE id = ${id}`)
  if (!group) throw new TroubleError('gone', 'This group is no longer in the case.')
  return group
}

export function insertGroup(db: WriteCase, name: string, parentId: string | null): string {
  const id = newId()
  db.run(sql`INSERT INTO boardGroup (id, name, parentId, collapsed, createdAt)
    VALUES (${id}, ${name}, ${parentId}, 0, ${new Date().toISOString()})`)
  return id
}

export function updateGroup(db: WriteCase, row: Omit<BoardGroupRow, 'createdAt'>): void {
  db.run(sql`UPDATE boardGroup SET name = ${row.name}, parentId = ${row.parentId}, collapsed = ${row.collapsed}
    WHERE id = ${row.id}`)
}

/** Deletes a group; what was in it is then in the group around it, or in none. */
export function deleteGroup(db: WriteCase, { id, parentId }: BoardGroupRow): void {
  db.run(sql`UPDATE entity SET groupId = ${parentId} WHERE groupId = ${id}`)
  db.run(sql`UPDATE boardGroup SET parentId = ${parentId} WHERE parentId = ${id}`)
  db.run(sql`DELETE FROM boardGroup WHERE id = ${id}`)
}

export function findView(db: ReadCase, id: string): BoardViewRow {
  const view = db.one<BoardViewRow>(sql`SELECT * FROM boardView WHERE id = ${id}`)
  if (!view) throw new TroubleError('gone', 'This view is no longer in the case.')
  return view
}

export function insertView(db: WriteCase, name: string, state: string): string {
  const id = newId()
  db.run(sql`INSERT INTO boardView (id, name, state, createdAt)
    VALUES (${id}, ${name}, ${state}, ${new Date().toISOString()})`)
  return id
}

export function renameBoardView(db: WriteCase, id: string, name: string): void {
  db.run(sql`UPDATE boardView SET name = ${name} WHERE id = ${id}`)
}

export function deleteView(db: WriteCase, id: string): void {
  db.run(sql`DELETE FROM boardView WHERE id = ${id}`)
}

/** Where all entities stand: as large as the picture is, and never more than a view can hold. */
export function allPlaces(db: ReadCase): { entityId: string; x: number; y: number; hidden: 0 | 1 }[] {
  return db.all(sql`SELECT id AS entityId, x, y, hidden FROM entity ORDER BY id LIMIT 50000`)
}
