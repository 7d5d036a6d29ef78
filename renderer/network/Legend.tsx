import { LineSign } from '../looks/LineSign.tsx'
import { evidenceByRelation } from '../state/select.ts'
import { type Rows, useStore } from '../state/store.ts'
import { allLooks, lookOf } from '../ui/entity-types.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { framingOf } from './groups.ts'
import { type KindLook, kindLook } from './kinds.ts'
import { type Picture, shownNow, usePicture } from './picture.ts'

/** What is in the picture, and only that: a legend that names what is not there makes one look for it. */
export function Legend() {
  const rows = useStore((state) => state.rows)
  const nodeSize = useStore((state) => state.nodeSize)
  const measure = useStore((state) => state.measure)
  const picture = usePicture()
  const { types, kinds, lines } = drawn(rows, picture)
  if (types.size === 0 && kinds.length === 0) return null
  const size = measure === 'betweenness' ? 'betweenness' : nodeSize
  return (
    <ul className="legend" aria-label="What the picture shows">
      {allLooks(rows)
        .filter(({ key }) => types.has(key))
        .map(({ key, type, label, color }) => (
          <li key={key} style={{ color: `var(${color})` }}>
            <TypeIcon type={type} size={12} /> <bdi>{label}</bdi>
          </li>
        ))}
      {kinds.map(({ look, names }) => (
        <li key={names[0]}>
          <LineSign look={look} /> <bdi>{names.join(', ')}</bdi>
        </li>
      ))}
      {lines.map(({ look, label }) => (
        <li key={look}>
          <i className={`line-sample ${look}`} /> {label}
        </li>
      ))}
      {size !== 'fixed' && <li>size: {size}</li>}
      {measure === 'community' && <li>ring: community</li>}
    </ul>
  )
}

/** What a collapsed group stands for is not drawn. */
function drawn(rows: Rows, picture: Picture) {
  const shown = shownNow(rows, picture)
  const { standIn } = framingOf(rows)
  const types = new Set<string>()
  for (const id of shown.entities) {
    const row = rows.entity.get(id)
    if (row && standIn(id) === id) types.add(lookOf(row.type, rows).key)
  }
  const relations = [...shown.relations].flatMap((id) => rows.relation.get(id) ?? [])
  const seen = relations.filter(
    ({ fromId, toId }) => standIn(fromId) !== standIn(toId) || standIn(fromId) === fromId,
  )
  const evidence = evidenceByRelation(rows)
  const rests = (id: string) => evidence.get(id)?.some(({ stance }) => stance === 'supports')
  const lines = [
    { look: 'inferred', label: 'inferred', isSeen: seen.some(({ basis }) => basis === 'inferred') },
    { look: 'assumed', label: 'assumed', isSeen: seen.some(({ basis }) => basis === 'assumed') },
    { look: 'bare', label: 'no passage for it', isSeen: seen.some(({ id }) => !rests(id)) },
  ].filter(({ isSeen }) => isSeen)
  return { types, kinds: kindsByLook(new Set(seen.map(({ kind }) => kind)), rows), lines }
}

/** Kinds that are drawn in a colour or line of their own; those that look the same stand together. */
function kindsByLook(kinds: Iterable<string>, rows: Rows): { look: KindLook; names: string[] }[] {
  const own = [...kinds].sort().map((name) => ({ name, look: kindLook(name, rows) }))
  const marked = own.filter(({ look }) => look.color > 0 || look.line !== 'plain')
  const groups = Map.groupBy(marked, ({ look: { color, line, directed } }) => `${color} ${line} ${directed}`)
  return [...groups.values()].flatMap((group) =>
    group[0] ? { look: group[0].look, names: group.map(({ name }) => name) } : [],
  )
}
