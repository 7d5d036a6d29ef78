import { entityTypes } from '../../preload/contract/network.ts'
import { evidenceByRelation } from '../state/select.ts'
import { useStore } from '../state/store.ts'
import { looks } from '../ui/entity-types.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { shownNow, usePicture } from './picture.ts'

/** What is in the picture, and only that: a legend that names what is not there makes one look for it. */
export function Legend() {
  const rows = useStore((state) => state.rows)
  const picture = usePicture()
  const shown = shownNow(rows, picture)
  const seen = new Set([...shown.entities].map((id) => rows.entity.get(id)?.type))
  const relations = [...shown.relations].flatMap((id) => rows.relation.get(id) ?? [])
  const evidence = evidenceByRelation(rows)
  const lines = [
    { look: 'dotted', label: 'no passage', isSeen: relations.some(({ id }) => !evidence.has(id)) },
    {
      look: 'dashed',
      label: 'inferred or assumed',
      isSeen: relations.some(({ id, basis }) => basis !== 'stated' && evidence.has(id)),
    },
  ]
  if (seen.size === 0) return null
  return (
    <ul className="legend" aria-label="Types of entity">
      {entityTypes
        .filter((type) => seen.has(type))
        .map((type) => (
          <li key={type} style={{ color: `var(${looks[type].color})` }}>
            <TypeIcon type={type} size={12} /> {looks[type].label}
          </li>
        ))}
      {lines
        .filter(({ isSeen }) => isSeen)
        .map(({ look, label }) => (
          <li key={look}>
            <i className="line-sample" style={{ borderTopStyle: look as 'dotted' | 'dashed' }} /> {label}
          </li>
        ))}
      {picture.measure === 'betweenness' && <li>size: betweenness</li>}
      {picture.measure === 'community' && <li>ring: community</li>}
    </ul>
  )
}
