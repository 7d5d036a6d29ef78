import { randomBytes } from 'node:crypto'
import type { ReadCase, WriteCase } from './handle.ts'
import { sql } from './sql.ts'

/** One answered step, undo or redo: the how-many-eth of the case, and an id that no other copy's has. */
export interface Revision {
  number: number
  id: string
}

export function addRevision(db: WriteCase): void {
  db.run(sql`INSERT INTO revision (number, id)
    SELECT coalesce(max(number), -1) + 1, ${randomBytes(8).toString('hex')} FROM revision`)
}

export function lastRevision(db: ReadCase): Revision {
  const last = db.one<Revision>(sql`SELECT number, id FROM revision ORDER BY number DESC LIMIT 1`)
  return last ?? { number: 0, id: '' }
}

/** Whether the case went through that very revision. */
export function hasRevision(db: ReadCase, { number, id }: Revision): boolean {
  return db.one(sql`SELECT 1 FROM revision WHERE number = ${number} AND id = ${id}`) !== undefined
}
