import type { RelationKindRow } from '../../preload/contract/board.ts'
import { commonKinds } from '../../preload/contract/network.ts'
import { kindsInUse } from '../state/select.ts'
import type { Rows } from '../state/store.ts'

export type KindLook = Pick<RelationKindRow, 'color' | 'line' | 'directed'>

const plainLook: KindLook = { color: 0, line: 'plain', directed: 1 }
const [against, inFavour, mutual] = [{ color: 6 }, { color: 2 }, { directed: 0 as const }]
/** Of the kinds offered from the start, those that are drawn otherwise than plainly. Red and blue are told apart by every eye. */
const commonLooks = new Map<string, Partial<KindLook>>([
  ['attacked', against],
  ['opposes', against],
  ['supports', inFavour],
  ['backs', inFavour],
  ['financed', inFavour],
  ['allied with', { ...inFavour, ...mutual }],
  ['met', mutual],
] satisfies [(typeof commonKinds)[number], Partial<KindLook>][])

let last: { table: Rows['relationKind']; looks: Map<string, KindLook> } | undefined

/** How relations of a kind are drawn. */
export function kindLook(kind: string, rows: Pick<Rows, 'relationKind'>): KindLook {
  if (last?.table !== rows.relationKind)
    last = {
      table: rows.relationKind,
      looks: new Map(Array.from(rows.relationKind.values(), (row) => [row.name, row])),
    }
  return last.looks.get(kind) ?? { ...plainLook, ...commonLooks.get(kind) }
}

/** Every kind there is to choose from, each once: those in use, the most used first, one's own, and the common ones. */
export const offeredKinds = (rows: Rows): string[] => [
  ...new Set([
    ...kindsInUse(rows),
    ...Array.from(rows.relationKind.values(), (row) => row.name),
    ...commonKinds,
  ]),
]
