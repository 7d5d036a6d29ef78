import type cytoscape from 'cytoscape'
import { periodInWords } from '../../preload/contract/dates.ts'
import { gradeText } from '../../preload/contract/grade.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import type { EntityRow, RelationRow } from '../../preload/contract/network.ts'
import { notesByEntity } from '../state/select.ts'
import type { NodeSize, Rows } from '../state/store.ts'
import { lookOf } from '../ui/entity-types.ts'
import { kindLook } from './kinds.ts'
import { loopDirection } from './loop-direction.ts'
import { sizeOf } from './node-size.ts'
import { type Support, supportOf } from './support.ts'

/** A canvas cuts nothing off: a name of 10,000 letters would lie over the whole picture. */
const shortName = (name: string) =>
  Array.from(onOneLine(name.slice(0, 1000)))
    .slice(0, 80)
    .join('')

/** An event says below its name when it was. */
function withDate(row: EntityRow): string {
  const when = row.type === 'event' ? periodInWords(row) : ''
  return when ? `${shortName(row.name)}\n${when}` : shortName(row.name)
}

export function nodeOf(row: EntityRow, rows: Rows, size: NodeSize): cytoscape.ElementDefinition {
  return {
    group: 'nodes',
    data: {
      id: row.id,
      name: shortName(row.name),
      label: withDate(row),
      type: row.type,
      look: lookOf(row.type, rows).key,
      size: sizeOf(row.id, rows, size),
      pinned: row.pinned,
    },
    position: { x: row.x, y: row.y },
    classes: notesByEntity(rows).has(row.id) ? 'noted' : '',
  }
}

export function edgeOf(row: RelationRow, rows: Rows): cytoscape.ElementDefinition {
  const support = supportOf(row.id, rows)
  const { color, line, directed } = kindLook(row.kind, rows)
  return {
    group: 'edges',
    // Only nodes are picked to do something with many.
    selectable: false,
    data: {
      ...{ id: row.id, source: row.fromId, target: row.toId },
      ...{ label: labelOf(row.kind, support), basis: row.basis, passages: support.for },
      ...{ color, line, directed },
      ...(row.fromId === row.toId ? { loop: loopDirection(row.fromId, rows) } : {}),
    },
  }
}

/** "attacked · 3 · B2", "met · 2 · 1 against": a single passage without a grade is not worth a number. */
function labelOf(kind: string, { for: supporting, against, best }: Support): string {
  const parts = [shortName(kind)]
  if (supporting > 1 || best) parts.push(String(supporting))
  if (against > 0) parts.push(`${against} against`)
  if (best) parts.push(gradeText(best))
  return parts.join(' · ')
}
