import type { ReadCase } from './handle.ts'
import { sql } from './sql.ts'

/**
 * Reads once what neither the window nor the search reads: the history, and every index; some of it at each turn of the loop.
 * With that SQLite holds the whole case in memory (up to the cache's 256 MB), so that a complete copy can be saved elsewhere when
 * the drive no longer answers: VACUUM INTO copies the pages of indexes too.
 */
export function* readAhead(db: ReadCase): Generator<null> {
  for (let last = 0, count = 1; count > 0; ) {
    // Their length, since SQLite reads all of a long text only where it is asked for.
    const rows = db.all<{ id: number }>(
      sql`SELECT id, length(before), length(after) FROM change WHERE id > ${last} ORDER BY id LIMIT 100`,
    )
    count = rows.length
    last = rows.at(-1)?.id ?? last
    yield null
  }
  db.all(sql`SELECT length(label) FROM step`)
  yield null
  for (const table of ['about', 'revision', 'sqlite_sequence'])
    db.one({ text: `SELECT count(*) FROM ${table}`, values: [] })
  for (const { name, tbl_name, sql: made } of db.all<{ name: string; tbl_name: string; sql: string | null }>(
    sql`SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index'`,
  )) {
    const where = /\bWHERE\b.*$/su.exec(made ?? '')?.[0] ?? ''
    // About 5 ms for 100,000 entries. Not count(*), for which SQLite takes whichever index is the shortest.
    db.one({ text: `SELECT sum(1) FROM ${tbl_name} INDEXED BY ${name} ${where}`, values: [] })
    yield null
  }
}
