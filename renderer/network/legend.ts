import type { RelationRow } from '../../preload/contract/network.ts'
import type { BoardLook } from '../../preload/contract/settings.ts'
import { evidenceByRelation } from '../state/select.ts'
import type { Rows } from '../state/store.ts'
import { allLooks, type Look, lookOf } from '../ui/entity-types.ts'
import { type KindLook, kindLook } from './kinds.ts'

/** What a picture needs explained: only what is in it, since a legend that names what is not there makes one look for it. */
export interface LegendContent {
  types: Look[]
  /** Kinds that are drawn in a colour or line of their own; those that look the same stand together. */
  kinds: { look: KindLook; names: string[] }[]
  lines: { look: 'inferred' | 'assumed' | 'bare'; label: string }[]
  /** What sizes and rings stand for. */
  notes: string[]
}

export function legendFor(
  rows: Rows,
  drawn: { entityIds: Iterable<string>; relations: readonly RelationRow[] },
  { nodeSize, measure }: BoardLook,
): LegendContent {
  const types = new Set<string>()
  for (const id of drawn.entityIds) {
    const row = rows.entity.get(id)
    if (row) types.add(lookOf(row.type, rows).key)
  }
  const evidence = evidenceByRelation(rows)
  const rests = ({ id }: RelationRow) => evidence.get(id)?.some(({ stance }) => stance === 'supports')
  return {
    types: allLooks(rows).filter(({ key }) => types.has(key)),
    kinds: kindsByLook(new Set(drawn.relations.map(({ kind }) => kind)), rows),
    lines: (
      [
        ['inferred', 'inferred', ({ basis }) => basis === 'inferred'],
        ['assumed', 'assumed', ({ basis }) => basis === 'assumed'],
        ['bare', 'no passage for it', (relation) => !rests(relation)],
      ] satisfies [LegendContent['lines'][number]['look'], string, (relation: RelationRow) => boolean][]
    ).flatMap(([look, label, is]) => (drawn.relations.some(is) ? { look, label } : [])),
    notes: [
      ...(nodeSize === 'fixed' ? [] : [`size: ${nodeSize}`]),
      ...(measure === 'community' ? ['ring: community'] : []),
    ],
  }
}

function kindsByLook(kinds: Iterable<string>, rows: Rows): LegendContent['kinds'] {
  const own = [...kinds].sort().map((name) => ({ name, look: kindLook(name, rows) }))
  const marked = own.filter(({ look }) => look.color > 0 || look.line !== 'plain')
  const groups = Map.groupBy(marked, ({ look: { color, line, directed } }) => `${color} ${line} ${directed}`)
  return [...groups.values()].flatMap((group) =>
    group[0] ? { look: group[0].look, names: group.map(({ name }) => name) } : [],
  )
}
