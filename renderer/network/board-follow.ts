import type cytoscape from 'cytoscape'
import type { Rows } from '../state/store.ts'
import { changesBetween } from '../state/table.ts'
import { edgeOf, nodeOf } from './board-elements.ts'
import type { Moves } from './moves.ts'

/** What of the picture a patch is about: ids of entities and of relations. */
interface Touched {
  entities: Set<string>
  relations: Set<string>
}

/** Brings the picture from one state of the rows to the next, touching only what changed. Answers the entities that came. */
export function follow(cy: cytoscape.Core, moves: Moves, rows: Rows, last: Rows): string[] {
  const { entities, relations } = touched(rows, last)
  const added: string[] = []
  cy.batch(() => {
    for (const id of relations) if (!rows.relation.has(id)) cy.getElementById(id).remove()
    for (const id of entities) {
      const row = rows.entity.get(id)
      const node = cy.getElementById(id)
      if (!row) node.remove()
      else if (node.empty()) {
        cy.add(nodeOf(row, rows))
        added.push(id)
      } else {
        const wanted = nodeOf(row, rows)
        // A layout changes places alone; to set what is the same, even a class, has the style worked out again.
        if (node.data('name') !== wanted.data.name || node.data('type') !== row.type) node.data(wanted.data)
        const isNoted = wanted.classes === 'noted'
        if (node.hasClass('noted') !== isNoted) node.toggleClass('noted', isNoted)
        moves.put(node, { x: row.x, y: row.y })
      }
    }
    for (const id of relations) {
      const row = rows.relation.get(id)
      if (!row) continue
      const edge = cy.getElementById(id)
      const wanted = edgeOf(row, rows)
      if (edge.empty()) cy.add(wanted)
      else {
        edge.data({ label: wanted.data.label, basis: wanted.data.basis, passages: wanted.data.passages })
        if (edge.data('source') !== row.fromId || edge.data('target') !== row.toId)
          edge.move({ source: row.fromId, target: row.toId })
      }
    }
  })
  moves.run()
  return added
}

/** Found by comparing the tables that changed: a patch keeps the rows it does not touch. */
function touched(rows: Rows, last: Rows): Touched {
  const entities = new Set(changesBetween(rows.entity, last.entity).keys())
  for (const id of changesBetween(rows.note, last.note).keys())
    for (const of of [rows, last]) add(entities, of.note.get(id)?.entityId)
  const relations = new Set(changesBetween(rows.relation, last.relation).keys())
  for (const id of changesBetween(rows.evidence, last.evidence).keys())
    for (const of of [rows, last]) add(relations, of.evidence.get(id)?.relationId)
  return { entities, relations }
}

function add(ids: Set<string>, id: string | null | undefined): void {
  if (id) ids.add(id)
}
