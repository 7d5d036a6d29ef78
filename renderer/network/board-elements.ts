import type cytoscape from 'cytoscape'
import { onOneLine } from '../../preload/contract/line.ts'
import type { EntityRow, RelationRow } from '../../preload/contract/network.ts'
import { evidenceByRelation, notedEntities } from '../state/select.ts'
import type { Rows } from '../state/store.ts'

/** A canvas cuts nothing off: a name of 10,000 letters would lie over the whole picture. */
const shortName = (name: string) =>
  Array.from(onOneLine(name.slice(0, 1000)))
    .slice(0, 80)
    .join('')

export function nodeOf(row: EntityRow, rows: Rows): cytoscape.ElementDefinition {
  return {
    group: 'nodes',
    data: { id: row.id, name: shortName(row.name), type: row.type, pinned: row.pinned },
    position: { x: row.x, y: row.y },
    classes: notedEntities(rows).has(row.id) ? 'noted' : '',
  }
}

export function edgeOf(row: RelationRow, rows: Rows): cytoscape.ElementDefinition {
  const passages = evidenceByRelation(rows).get(row.id)?.length ?? 0
  const label = passages > 1 ? `${shortName(row.kind)} · ${passages}` : shortName(row.kind)
  return {
    group: 'edges',
    // Only nodes are picked to do something with many.
    selectable: false,
    data: { id: row.id, source: row.fromId, target: row.toId, label, basis: row.basis, passages },
  }
}
