import type { RelationKindRow } from '../../preload/contract/board.ts'
import { commonKinds } from '../../preload/contract/network.ts'
import { kindsInUse } from '../state/select.ts'
import type { Rows } from '../state/store.ts'

export type KindLook = Pick<RelationKindRow, 'color' | 'line' | 'directed'>

const plainLook: KindLook = { color: 0, line: 'plain', directed: 1 }
/** Of the kinds offered from the start, those that both do alike. */
const mutual = ['allied with', 'met']

let last: { table: Rows['relationKind']; looks: Map<string, KindLook> } | undefined

/** How relations of a kind are drawn. */
export function kindLook(kind: string, rows: Pick<Rows, 'relationKind'>): KindLook {
  if (last?.table !== rows.relationKind)
    last = {
      table: rows.relationKind,
      looks: new Map(Array.from(rows.relationKind.values(), (row) => [row.name, row])),
    }
  return last.looks.get(kind) ?? (mutual.includes(kind) ? { ...plainLook, directed: 0 } : plainLook)
}

/** Every kind there is to choose from, each once: those in use, the most used first, one's own, and the common ones. */
export const offeredKinds = (rows: Rows): string[] => [
  ...new Set([
    ...kindsInUse(rows),
    ...Array.from(rows.relationKind.values(), (row) => row.name),
    ...commonKinds,
  ]),
]
