import { writeSync } from 'node:fs'
import type { ReadCase, WriteCase } from '../../main/case-file/handle.ts'
import type { OpenCase } from '../../main/case-file/open-case.ts'
import { sql } from '../../main/case-file/sql.ts'
import type { Change, Patch, TableName } from '../../preload/contract/patch.ts'
import { hashRows } from './rows-hash.ts'

/** A line to the parent, who has it also if this process dies in the next moment. */
export const say = (...words: unknown[]) => writeSync(1, `${words.join(' ')}\n`)

/** Works on a case and says, in the words of account.ts, what is about to be written and what was answered. */
export interface Teller {
  step(change: (db: WriteCase) => { label: string; value: unknown }): void
  travel(way: 'undo' | 'redo'): void
  /** Reads the whole case anew and says where it stands. */
  sayWhere(): void
}

export function telling(one: OpenCase): Teller {
  let rows = hashRows(one.read)
  const where = () => `${one.info().revision} ${rows.hex()}`
  /** What a window shows, which hears of changes by patches only. */
  const view = hashRows(one.read)
  const answer = (kind: string, patch: Patch | null) => {
    view.apply(patch?.changes ?? [])
    if (patch) say('did', kind, where())
    else say('not')
    if (patch && view.hex() !== rows.hex()) say('behind')
  }
  const sayWhere = () => {
    rows = hashRows(one.read)
    say('at', where())
  }
  sayWhere()
  return {
    sayWhere,
    step: (change) => {
      const { patch } = one.step((db) => {
        const done = change(db)
        rows.apply(recorded(db))
        say('will step', rows.hex())
        return done
      })
      answer('step', patch)
    },
    travel: (way) => {
      say('will', way)
      const patch = one.travel(way)
      rows.apply(patch?.changes ?? [])
      answer(way, patch)
    },
  }
}

/** What the step that is being recorded has done so far. */
function recorded(db: ReadCase): Change[] {
  const changes = db.all<{ table: TableName; id: string; after: string | null }>(
    sql`SELECT tableName AS "table", rowId AS id, after FROM change WHERE stepId = (SELECT stepId FROM recording) ORDER BY id`,
  )
  return changes.map(({ table, id, after }) => ({
    table,
    id,
    row: after === null ? null : JSON.parse(after),
  }))
}
