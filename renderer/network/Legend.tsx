import { LineSign } from '../looks/LineSign.tsx'
import { type Rows, useStore } from '../state/store.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { framingOf } from './groups.ts'
import { legendFor } from './legend.ts'
import { type Picture, shownNow, usePicture } from './picture.ts'

/** What is in the picture, and only that. */
export function Legend() {
  const rows = useStore((state) => state.rows)
  const nodeSize = useStore((state) => state.nodeSize)
  const measure = useStore((state) => state.measure)
  const picture = usePicture()
  const { types, kinds, lines, notes } = legendFor(rows, drawn(rows, picture), { nodeSize, measure })
  if (types.length === 0 && kinds.length === 0) return null
  return (
    <ul className="legend" aria-label="What the picture shows">
      {types.map(({ key, type, label, color }) => (
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
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

/** What a collapsed group stands for is not drawn. */
function drawn(rows: Rows, picture: Picture) {
  const shown = shownNow(rows, picture)
  const { standIn } = framingOf(rows)
  return {
    entityIds: [...shown.entities].filter((id) => standIn(id) === id),
    relations: [...shown.relations]
      .flatMap((id) => rows.relation.get(id) ?? [])
      .filter(({ fromId, toId }) => standIn(fromId) !== standIn(toId) || standIn(fromId) === fromId),
  }
}
