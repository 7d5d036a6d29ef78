import type cytoscape from 'cytoscape'
import { selfRelations } from '../state/select.ts'
import type { NodeSize, Rows } from '../state/store.ts'
import { changesBetween } from '../state/table.ts'
import { edgeOf, nodeOf } from './board-elements.ts'
import type { Moves } from './moves.ts'

/** What of the picture a patch is about: ids of entities and of relations. */
interface Touched {
  entities: Set<string>
  relations: Set<string>
}

/** Brings the picture from one state of the rows to the next, touching only what changed. Answers the entities that came. */
export function follow(cy: cytoscape.Core, moves: Moves, rows: Rows, last: Rows, size: NodeSize): string[] {
  const { entities, relations } = touched(rows, last)
  const added: string[] = []
  cy.batch(() => {
    for (const id of relations) if (!rows.relation.has(id)) cy.getElementById(id).remove()
    for (const id of entities) {
      const row = rows.entity.get(id)
      const node = cy.getElementById(id)
      if (!row) node.remove()
      else if (node.empty()) {
        cy.add(nodeOf(row, rows, size))
        added.push(id)
      } else {
        const wanted = nodeOf(row, rows, size)
        // A layout changes places alone; to set what is the same, even a class, has the style worked out again.
        putData(node, wanted.data)
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
        putData(edge, wanted.data)
        if (edge.data('source') !== row.fromId || edge.data('target') !== row.toId)
          edge.move({ source: row.fromId, target: row.toId })
      }
    }
  })
  moves.run()
  return added
}

/** Gives every node the width that another number stands for. */
export function resizeNodes(cy: cytoscape.Core, rows: Rows, size: NodeSize): void {
  cy.batch(() => {
    for (const row of rows.entity.values()) putData(cy.getElementById(row.id), nodeOf(row, rows, size).data)
  })
}

function putData(element: cytoscape.SingularElementReturnValue, wanted: Record<string, unknown>): void {
  if (Object.entries(wanted).some(([key, value]) => element.data(key) !== value)) element.data(wanted)
}

/** Found by comparing the tables that changed: a patch keeps the rows it does not touch. */
function touched(rows: Rows, last: Rows): Touched {
  const entities = new Set(changesBetween(rows.entity, last.entity).keys())
  for (const id of changesBetween(rows.note, last.note).keys())
    for (const of of [rows, last]) add(entities, of.note.get(id)?.entityId)
  const relations = new Set(changesBetween(rows.relation, last.relation).keys())
  for (const id of changesBetween(rows.evidence, last.evidence).keys())
    for (const of of [rows, last]) add(relations, of.evidence.get(id)?.relationId)
  addRegraded(relations, rows, last)
  // A relation to itself goes where no neighbour stands.
  if (entities.size > 0) for (const id of selfRelations(rows)) relations.add(id)
  // How wide a node is drawn can stand for its mentions or relations.
  for (const id of changesBetween(rows.annotation, last.annotation).keys())
    for (const of of [rows, last]) add(entities, of.annotation.get(id)?.entityId)
  for (const id of relations)
    for (const of of [rows, last])
      for (const end of [of.relation.get(id)?.fromId, of.relation.get(id)?.toId]) add(entities, end)
  const types = changedNames(rows.entityType, last.entityType)
  if (types.size > 0) for (const row of rows.entity.values()) if (types.has(row.type)) entities.add(row.id)
  const kinds = changedNames(rows.relationKind, last.relationKind)
  if (kinds.size > 0) for (const row of rows.relation.values()) if (kinds.has(row.kind)) relations.add(row.id)
  return { entities, relations }
}

/** Adds the relations with a passage of an article whose grade changed: theirs is the article's where they have none. */
function addRegraded(relations: Set<string>, rows: Rows, last: Rows): void {
  const regraded = new Set(
    [...changesBetween(rows.article, last.article).keys()].filter((id) => {
      const [now, before] = [rows.article.get(id), last.article.get(id)]
      return now?.reliability !== before?.reliability || now?.credibility !== before?.credibility
    }),
  )
  if (regraded.size === 0) return
  for (const row of rows.evidence.values()) {
    const articleId = rows.annotation.get(row.annotationId)?.articleId
    if (articleId && regraded.has(articleId)) relations.add(row.relationId)
  }
}

/** The names, old and new, of what changed how it is drawn. */
function changedNames<Row extends { name: string }>(
  now: ReadonlyMap<string, Row>,
  before: ReadonlyMap<string, Row>,
): Set<string> {
  const names = new Set<string>()
  for (const id of changesBetween(now, before).keys())
    for (const of of [now, before]) add(names, of.get(id)?.name)
  return names
}

function add(ids: Set<string>, id: string | null | undefined): void {
  if (id) ids.add(id)
}
