import type cytoscape from 'cytoscape'
import { onOneLine } from '../../preload/contract/line.ts'
import type { RelationRow } from '../../preload/contract/network.ts'
import type { Rows } from '../state/store.ts'
import { framingOf } from './groups.ts'

/** The nodes that a relation is drawn between: its entities, or the collapsed groups that stand for them. */
export function endsOf({ fromId, toId }: RelationRow, rows: Rows): { source: string; target: string } {
  const { standIn } = framingOf(rows)
  return { source: standIn(fromId), target: standIn(toId) }
}

/** Brings frames, what stands in them and the ends of edges to what the rows say. All are looked at: groups change seldom. */
export function followFrames(cy: cytoscape.Core, rows: Rows): void {
  const { frames, parentOf } = framingOf(rows)
  cy.batch(() => {
    for (const [id, { row, parentId, entityIds }] of frames) {
      const name = row.collapsed ? `${onOneLine(row.name)} · ${entityIds.length}` : onOneLine(row.name)
      const node = cy.getElementById(id)
      if (node.empty())
        cy.add({
          group: 'nodes',
          data: { id, name, isGroup: true, ...(parentId ? { parent: parentId } : {}) },
        })
      else {
        if (node.data('name') !== name) node.data({ name })
        putInto(node, parentId)
      }
    }
    for (const id of rows.entity.keys()) {
      const node = cy.getElementById(id)
      if (node.nonempty()) putInto(node, parentOf(id))
    }
    for (const row of rows.relation.values()) {
      const edge = cy.getElementById(row.id)
      const { source, target } = endsOf(row, rows)
      if (edge.nonempty() && (edge.data('source') !== source || edge.data('target') !== target))
        edge.move({ source, target })
    }
    // Last, since Cytoscape removes what is in a node with it.
    for (const node of cy.nodes('[?isGroup]')) if (!frames.has(node.id())) node.remove()
    for (const [id, { row, entityIds }] of frames) {
      if (!row.collapsed) continue
      const places = entityIds.flatMap((entityId) => rows.entity.get(entityId) ?? [])
      const middle = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
      const at = { x: middle(places.map(({ x }) => x)), y: middle(places.map(({ y }) => y)) }
      const node = cy.getElementById(id)
      node.position(at)
      node.scratch('_middle', at)
    }
  })
}

function putInto(node: cytoscape.NodeSingular, parentId: string | null): void {
  if ((node.data('parent') ?? null) !== parentId) node.move({ parent: parentId })
}

/** Where entities come to stand when these nodes are there: a collapsed group takes along all that is in it. */
export function movesOf(
  rows: Rows,
  cy: cytoscape.Core,
  places: readonly { id: string; x: number; y: number }[],
): { entityId: string; x: number; y: number }[] {
  const { frames } = framingOf(rows)
  return places.flatMap(({ id, x, y }) => {
    if (rows.entity.has(id)) return [{ entityId: id, x, y }]
    const frame = frames.get(id)
    const middle = cy.getElementById(id).scratch('_middle') as cytoscape.Position | undefined
    if (!frame?.row.collapsed || !middle) return []
    return frame.entityIds.flatMap((entityId) => {
      const entity = rows.entity.get(entityId)
      return entity ? [{ entityId, x: entity.x + x - middle.x, y: entity.y + y - middle.y }] : []
    })
  })
}
