/**
 * Rows by id that never change: `with` answers the next version. The newest version holds the rows, and an older one what the
 * next changed of it, so a patch costs as much as it changes, however long the table is (Henry Baker, “Shallow binding makes
 * functional arrays fast”, 1991). Reading an older version takes one look-up more for each version since.
 */
export class Table<Row> implements ReadonlyMap<string, Row> {
  private rows: Map<string, Row> | null
  private next: { table: Table<Row>; before: Map<string, Row | undefined> } | null = null

  /** Takes the map over: nobody else may change it afterwards. */
  constructor(rows: Map<string, Row> = new Map()) {
    this.rows = rows
  }

  with(changes: Iterable<readonly [id: string, row: Row | null | undefined]>): Table<Row> {
    const rows = this.own()
    const table = new Table(rows)
    const before = new Map<string, Row | undefined>()
    for (const [id, row] of changes) {
      if (!before.has(id)) before.set(id, rows.get(id))
      if (row) rows.set(id, row)
      else rows.delete(id)
    }
    this.rows = null
    this.next = { table, before }
    return table
  }

  /** The rows that differ from an older version, as they were there; null where that is no version of this table. */
  changedSince(older: Table<Row>): Map<string, Row | undefined> | null {
    const before = new Map<string, Row | undefined>()
    for (let table: Table<Row> = older; table !== this; table = table.next.table) {
      if (!table.next) return null
      for (const [id, row] of table.next.before) if (!before.has(id)) before.set(id, row)
    }
    return before
  }

  get(id: string): Row | undefined {
    let table: Table<Row> = this
    while (table.next) {
      if (table.next.before.has(id)) return table.next.before.get(id)
      table = table.next.table
    }
    return table.rows?.get(id)
  }
  has(id: string): boolean {
    return this.get(id) !== undefined
  }
  get size(): number {
    return (this.rows ?? this.own()).size
  }
  keys() {
    return this.own().keys()
  }
  values() {
    return this.own().values()
  }
  entries() {
    return this.own().entries()
  }
  [Symbol.iterator]() {
    return this.own().entries()
  }
  forEach(run: (row: Row, id: string, table: ReadonlyMap<string, Row>) => void): void {
    for (const [id, row] of this.own()) run(row, id, this)
  }

  /** This version's rows. An older version gets a copy of its own, which costs as much as the table is long. */
  private own(): Map<string, Row> {
    if (this.rows) return this.rows
    const later: Map<string, Row | undefined>[] = []
    let table: Table<Row> = this
    for (; table.next; table = table.next.table) later.push(table.next.before)
    const rows = new Map(table.rows)
    for (const before of later.reverse())
      for (const [id, row] of before)
        if (row === undefined) rows.delete(id)
        else rows.set(id, row)
    this.rows = rows
    this.next = null
    return rows
  }
}

/** The ids whose rows differ, and the row each had before. Compares all rows where one is no version of the other. */
export function changesBetween<Row>(
  now: ReadonlyMap<string, Row>,
  before: ReadonlyMap<string, Row>,
): Map<string, Row | undefined> {
  if (now === before) return new Map()
  const known = now instanceof Table && before instanceof Table ? now.changedSince(before) : null
  if (known) return known
  const changed = new Map<string, Row | undefined>()
  for (const [id, row] of now) if (before.get(id) !== row) changed.set(id, before.get(id))
  for (const [id, row] of before) if (!now.has(id)) changed.set(id, row)
  return changed
}
