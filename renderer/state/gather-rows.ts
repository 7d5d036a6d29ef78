import type { AnyRow, TableName } from '../../preload/contract/patch.ts'
import { noRows, type Rows } from './store.ts'
import { Table } from './table.ts'

/** Rows as the case file answers them, page after page, so that no page holds the window up for long. */
export class GatheredRows {
  private readonly maps = Object.fromEntries(
    Object.keys(noRows).map((name) => [name, new Map<string, AnyRow>()]),
  )

  /** A row that is known already stays the same object: what was made of it is then not made anew. */
  add(page: Iterable<{ table: TableName; row: AnyRow }>, known: Rows): this {
    for (const { table, row } of page) this.maps[table]?.set(row.id, known[table].get(row.id) ?? row)
    return this
  }

  /** All of them. Nothing may be added afterwards. */
  rows(): Rows {
    const tables = Object.entries(this.maps).map(([name, map]) => [name, new Table(map)])
    return Object.fromEntries(tables) as unknown as Rows
  }
}
