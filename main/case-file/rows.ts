import type { RowPage } from '../../preload/contract/case.ts'
import type { AnyRow } from '../../preload/contract/patch.ts'
import type { ReadCase } from './handle.ts'
import { tableNames } from './tables.ts'

const pageSize = 400

/**
 * One page of the rows of all tables, in the order of `tableNames` and then of ids. Pages are read while steps go on:
 * rows are whole and patches repeat them, so a view that applies the patches after the pages ends up right.
 */
export function readPage(db: ReadCase, after: RowPage['next']): RowPage {
  const rows: RowPage['rows'] = []
  let table = after?.table ?? 0
  let last = after?.after ?? ''
  while (table < tableNames.length) {
    const name = tableNames[table]
    if (!name) break
    const found = db.all<AnyRow>({
      text: `SELECT * FROM ${name} WHERE id > ? ORDER BY id LIMIT ?`,
      values: [last, pageSize - rows.length],
    })
    rows.push(...found.map((row) => ({ table: name, row })))
    if (rows.length >= pageSize) return { rows, next: { table, after: found.at(-1)?.id ?? last } }
    table++
    last = ''
  }
  return { rows, next: null }
}
