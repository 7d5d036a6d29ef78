import type { ReadCase } from '../../main/case-file/handle.ts'
import { sha256 } from '../../main/case-file/sha256.ts'
import { tableNames } from '../../main/case-file/tables.ts'
import { line } from '../../main/case-file/testing/dump.ts'
import type { AnyRow, Change, TableName } from '../../preload/contract/patch.ts'

/** All rows that history follows as one number: the exclusive or of 128 bits of each row's SHA-256, carried on row by row. */
export interface RowsHash {
  hex(): string
  apply(changes: Iterable<Change>): void
}

export function hashRows(db: ReadCase): RowsHash {
  const rows = new Map<string, bigint>()
  let sum = 0n
  const put = (table: TableName, id: string, row: AnyRow | null) => {
    const key = `${table} ${id}`
    sum ^= rows.get(key) ?? 0n
    rows.delete(key)
    if (!row) return
    const hash = BigInt(`0x${sha256(line(table, row)).slice(0, 32)}`)
    rows.set(key, hash)
    sum ^= hash
  }
  for (const table of tableNames)
    for (const row of db.all<AnyRow>({ text: `SELECT * FROM ${table}`, values: [] })) put(table, row.id, row)
  return {
    hex: () => sum.toString(16),
    apply: (changes) => {
      for (const { table, id, row } of changes) put(table, id, row)
    },
  }
}
