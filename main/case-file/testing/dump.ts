import type { AnyRow, TableName } from '../../../preload/contract/patch.ts'
import type { ReadCase } from '../handle.ts'
import { tableNames, tables } from '../tables.ts'

/** A row as a line that tells it from every other, columns in the order of the table. */
export const line = (table: TableName, row: AnyRow) =>
  JSON.stringify([
    table,
    ...tables[table].map((column) => (row as unknown as Record<string, unknown>)[column]),
  ])

/** Every row of every table that history follows, a line each. */
export const dump = (db: ReadCase) =>
  tableNames
    .flatMap((table) =>
      db.all<AnyRow>({ text: `SELECT * FROM ${table}`, values: [] }).map((row) => line(table, row)),
    )
    .sort()
