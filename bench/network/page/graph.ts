import {
  commonKinds,
  type EntityRow,
  type EvidenceRow,
  entityTypes,
  type RelationRow,
} from '../../../preload/contract/network.ts'

/** `local`: edges go to near nodes, as a layout leaves them. `random`: anywhere, the worst case. */
export type Shape = 'local' | 'random'

export interface Graph {
  entities: EntityRow[]
  relations: RelationRow[]
  evidence: EvidenceRow[]
}

/** The same graph for the same arguments. Twice as many edges as nodes, each with one passage. */
export function graphOf(nodes: number, shape: Shape): Graph {
  const dice = mulberry32(nodes)
  const columns = Math.ceil(Math.sqrt(nodes * 1.25))
  const entities = Array.from(
    { length: nodes },
    (_, index): EntityRow => ({
      id: `n${index}`,
      name: `Name ${index}`,
      type: entityTypes[index % entityTypes.length] ?? 'other',
      aliases: '',
      description: '',
      x: (index % columns) * 92 + dice() * 30,
      y: Math.floor(index / columns) * 92 + dice() * 30,
      createdAt: '',
      startOn: '',
      startHow: 'on',
      endOn: '',
      endHow: 'on',
      pinned: 0,
      hidden: 0,
      groupId: null,
    }),
  )
  const near = [1, -1, columns, -columns, columns + 1, columns - 1, 2, 2 * columns]
  const relations = Array.from({ length: nodes * 2 }, (_, index): RelationRow => {
    const from = index % nodes
    let to = from
    while (to === from || to < 0 || to >= nodes)
      to = shape === 'local' ? from + pick(near, dice) : Math.floor(dice() * nodes)
    const kind = pick(commonKinds, dice)
    return { id: `e${index}`, fromId: `n${from}`, toId: `n${to}`, kind, ...plain }
  })
  const evidence = relations.map(
    ({ id }, index): EvidenceRow => ({
      id: `p${index}`,
      relationId: id,
      annotationId: '',
      stance: 'supports',
      reliability: '',
      credibility: '',
    }),
  )
  return { entities, relations, evidence }
}

const plain = {
  basis: 'stated',
  startOn: '',
  startHow: 'on',
  endOn: '',
  endHow: 'on',
  createdAt: '',
} as const

function pick<Value>(from: readonly Value[], dice: () => number): Value {
  return from[Math.floor(dice() * from.length)] as Value
}

/** Tommy Ettinger's mulberry32, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}
