import type { TagQueryRow } from '../../preload/contract/codebook.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sql } from './sql.ts'

export function findQuery(db: ReadCase, id: string): TagQueryRow {
  const query = db.one<TagQueryRow>(sql`SELECT * FROM tagQuery WHERE id = ${id}`)
  if (!query) throw new TroubleError('gone', 'This question is no longer kept in the case.')
  return query
}

export function findQueryNamed(db: ReadCase, name: string): TagQueryRow | undefined {
  return db.one(sql`SELECT * FROM tagQuery WHERE name = ${name}`)
}

/** The kept questions that hold these words. People keep few: looking at each costs 1 µs. */
export function queriesWith(db: ReadCase, words: string): TagQueryRow[] {
  return db.all(sql`SELECT * FROM tagQuery WHERE instr(expression, ${words}) > 0`)
}

/** Keeps a question; answers its id. */
export function insertQuery(db: WriteCase, name: string, expression: string): string {
  const id = newId()
  db.run(sql`INSERT INTO tagQuery (id, name, expression, createdAt)
    VALUES (${id}, ${name}, ${expression}, ${new Date().toISOString()})`)
  return id
}

export function updateQuery(db: WriteCase, { id, name, expression }: Omit<TagQueryRow, 'createdAt'>): void {
  db.run(sql`UPDATE tagQuery SET name = ${name}, expression = ${expression} WHERE id = ${id}`)
}

export function deleteQuery(db: WriteCase, id: string): void {
  db.run(sql`DELETE FROM tagQuery WHERE id = ${id}`)
}
