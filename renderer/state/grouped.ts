import type { Rows } from './store.ts'
import { changesBetween, Table } from './table.ts'

type RowOf<Name extends keyof Rows> = Rows[Name] extends ReadonlyMap<string, infer Row> ? Row : never

/** A table's rows by a key of theirs (null: in no group). A patch costs what it changes, not what the table holds. */
export function grouped<Name extends keyof Rows>(
  name: Name,
  keyOf: (row: RowOf<Name>) => string | null,
): (rows: Rows) => ReadonlyMap<string, readonly RowOf<Name>[]> {
  type Row = RowOf<Name>
  let last: { table: ReadonlyMap<string, Row>; groups: Table<readonly Row[]> } | null = null
  return (rows) => {
    const table = rows[name] as unknown as ReadonlyMap<string, Row>
    if (last?.table === table) return last.groups
    const changed = last && changesBetween(table, last.table)
    const groups =
      last && changed && changed.size < 1000
        ? last.groups.with(regrouped(last.groups, table, changed, keyOf))
        : new Table<readonly Row[]>(groupBy(table.values(), keyOf))
    last = { table, groups }
    return groups
  }
}

function regrouped<Row>(
  groups: ReadonlyMap<string, readonly Row[]>,
  table: ReadonlyMap<string, Row>,
  changed: Map<string, Row | undefined>,
  keyOf: (row: Row) => string | null,
): Map<string, Row[] | null> {
  const next = new Map<string, Row[]>()
  const open = (key: string) => {
    const rows = next.get(key) ?? [...(groups.get(key) ?? [])]
    next.set(key, rows)
    return rows
  }
  for (const [id, before] of changed) {
    const row = table.get(id)
    const [from, to] = [before && keyOf(before), row && keyOf(row)]
    const at = before && from ? open(from).indexOf(before) : -1
    if (row && to && from === to && at >= 0) open(to)[at] = row
    else {
      if (from && at >= 0) open(from).splice(at, 1)
      if (row && to) open(to).push(row)
    }
  }
  return new Map([...next].map(([key, rows]) => [key, rows.length > 0 ? rows : null]))
}

function groupBy<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string | null): Map<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const found = groups.get(key)
    if (found) found.push(row)
    else groups.set(key, [row])
  }
  return groups
}
