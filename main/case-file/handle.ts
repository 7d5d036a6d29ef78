import type Database from 'better-sqlite3'
import type { Sql } from './sql.ts'

declare const reads: unique symbol
declare const writes: unique symbol

/** A case to read from. Functions that take this cannot call one that writes. */
export interface ReadCase {
  readonly [reads]: true
  /** The first row, or undefined. */
  one<Row>(query: Sql): Row | undefined
  all<Row>(query: Sql): Row[]
}

/** A case inside a step: the only handle that can write. */
export interface WriteCase extends ReadCase {
  readonly [writes]: true
  /** Runs a statement; answers how many rows it changed, not counting those changed by foreign keys. */
  run(statement: Sql): number
}

/** Statements are prepared once each: every `sql` template has the same text at each call. */
export function handle(db: Database.Database): WriteCase {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (text: string): Database.Statement => {
    let statement = prepared.get(text)
    if (!statement) {
      statement = db.prepare(text)
      prepared.set(text, statement)
    }
    return statement
  }
  return {
    one: (query: Sql) => prepare(query.text).get(...query.values),
    all: (query: Sql) => prepare(query.text).all(...query.values),
    run: (statement: Sql) => prepare(statement.text).run(...statement.values).changes,
  } as WriteCase
}
