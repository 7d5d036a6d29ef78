import type { TableName } from '../../../preload/contract/patch.ts'
import type { ReadCase, WriteCase } from '../../case-file/handle.ts'
import { newId } from '../../case-file/id.ts'

/** Dice for one thing a person does: on which of the rows, with what words. */
export interface Roll {
  a: number
  b: number
  c: number
  word: string
}
export type Doing = (db: WriteCase, roll: Roll) => { label: string; value: unknown }

/** One of the rows there are; now and then one that is gone. */
export function pick(db: ReadCase, table: TableName, die: number): string {
  if (die % 13 === 12) return newId()
  const count = db.one<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] })?.n
  const at = die % (count || 1)
  const row = db.one<{ id: string }>({
    text: `SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET ?`,
    values: [at],
  })
  return row?.id ?? newId()
}
