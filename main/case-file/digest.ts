import { createHash } from 'node:crypto'
import type { ReadCase } from './handle.ts'
import { sql } from './sql.ts'

/** What tells whether two case files hold the same: the rows of every table counted, and all that is in them hashed. */
export interface Digest {
  counts: Record<string, number>
  /** SHA-256 (hex) over all rows, table by table, in the order of their keys. */
  sha256: string
}

const pageSize = 200

/**
 * Reads every row of every table in the file, whatever its version, or of those named. Pauses after each page of rows, so that a caller can
 * leave time for a person; then no step may come in between, or what comes out is of no moment. 0.8 s for 100 MB in all.
 */
export function* digesting(db: ReadCase, only?: readonly string[]): Generator<undefined, Digest> {
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  for (const { name, key } of db.all<{ name: string; key: string }>(sql`SELECT t.name, c.name AS key
    FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c ON c.pk = 1
    WHERE t.type = 'table' AND t.name NOT GLOB 'sqlite_*' ORDER BY t.name`)) {
    if (only && !only.includes(name)) continue
    hash.update(`\n${name}`)
    counts[name] = 0
    for (let last: unknown; ; ) {
      const after = last === undefined ? '' : `WHERE "${key}" > ?`
      const rows = db.all<Record<string, unknown>>({
        text: `SELECT * FROM "${name}" ${after} ORDER BY "${key}" LIMIT ${pageSize}`,
        values: last === undefined ? [] : [last],
      })
      for (const row of rows) hash.update(JSON.stringify(row))
      counts[name] += rows.length
      yield
      if (rows.length < pageSize) break
      last = rows.at(-1)?.[key]
    }
  }
  return { counts, sha256: hash.digest('hex') }
}

export function digestOf(db: ReadCase, only?: readonly string[]): Digest {
  const reading = digesting(db, only)
  for (;;) {
    const next = reading.next()
    if (next.done) return next.value
  }
}

export const isSame = (one: Digest, other: Digest): boolean => one.sha256 === other.sha256
