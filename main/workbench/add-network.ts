import type { KindLook, TypeLook } from '../../preload/contract/looks.ts'
import type { EntityRow, RelationRow } from '../../preload/contract/network.ts'
import { commonKinds, entityTypes } from '../../preload/contract/network.ts'
import { insertGroup } from '../case-file/board.ts'
import { rightEdge } from '../case-file/entities.ts'
import type { ReadCase, WriteCase } from '../case-file/handle.ts'
import { newId } from '../case-file/id.ts'
import { allKinds, allTypes, insertType, putKind } from '../case-file/looks.ts'
import { allEntities, allGroups, insertWholeEntity } from '../case-file/network-rows.ts'
import { allRelations, insertWholeRelation } from '../case-file/relations.ts'
import type { Network, NewEdge, NewNode } from '../import/network/network.ts'
import { quoted } from './words.ts'

interface Plan {
  entities: { node: NewNode; type: string; known: EntityRow | null }[]
  relations: { edge: NewEdge; isKnown: boolean }[]
  /** Types of one's own that are still to be made, and how they are drawn. */
  types: Map<string, TypeLook>
  /** Kinds of relation that are new to the case, and how they are drawn; null where plainly. */
  kinds: Map<string, KindLook | null>
  isEmpty: boolean
}

/**
 * What of a network a case has already: an entity of the same id, or else of the same name and type, in whatever case; a relation
 * of the same id, or of the same kind and dates between the same two. Reads all entities and relations once.
 */
export function planNetwork(db: ReadCase, { nodes, edges }: Network): Plan {
  const rows = allEntities(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byName = new Map(rows.toReversed().map((row) => [nameKey(row.name, row.type), row]))
  const ownTypes = new Map(allTypes(db).map(({ name }) => [name.toLowerCase(), name]))
  const types = new Map<string, TypeLook>()
  const entities = nodes.map((node) => {
    const isBuiltIn = entityTypes.some((each) => each === node.type)
    const type = isBuiltIn ? node.type : (ownTypes.get(node.type.toLowerCase()) ?? node.type)
    if (!isBuiltIn && !ownTypes.has(type.toLowerCase())) {
      ownTypes.set(type.toLowerCase(), type)
      types.set(type, node.look ?? plainLook(types.size))
    }
    const known = (node.id && byId.get(node.id)) || byName.get(nameKey(node.name, type)) || null
    return { node, type, known }
  })
  const relationRows = allRelations(db)
  const ids = new Set(relationRows.map(({ id }) => id))
  const facts = new Set(relationRows.map((row) => factKey(row.fromId, row.toId, row)))
  const relations = edges.map((edge) => {
    const [from, to] = [entities[edge.from]?.known, entities[edge.to]?.known]
    const isFact = from && to && facts.has(factKey(from.id, to.id, edge))
    return { edge, isKnown: Boolean(isFact || (edge.id && ids.has(edge.id))) }
  })
  const kinds = newKinds(db, relationRows, edges)
  return { entities, relations, types, kinds, isEmpty: rows.length === 0 }
}

/** Kinds that a case draws or has relations of stay as they are; the usual ones are new only where they look otherwise. */
function newKinds(db: ReadCase, relations: RelationRow[], edges: NewEdge[]): Map<string, KindLook | null> {
  const known = new Set([...relations.map(({ kind }) => kind), ...allKinds(db).map(({ name }) => name)])
  const kinds = new Map<string, KindLook | null>()
  for (const { kind, look } of edges) if (!known.has(kind)) kinds.set(kind, kinds.get(kind) ?? look)
  for (const kind of commonKinds) if (kinds.get(kind) === null) kinds.delete(kind)
  return kinds
}

const nameKey = (name: string, type: string) => `${type.toLowerCase()}\n${name.toLowerCase()}`
const factKey = (from: string, to: string, { kind, startOn, startHow, endOn, endHow }: Fact) =>
  [from, to, kind.toLowerCase(), startOn, startHow, endOn, endHow].join('\n')
type Fact = Pick<RelationRow, 'kind' | 'startOn' | 'startHow' | 'endOn' | 'endHow'>

/** Whether a file has other names or dates for an entity than the case, which stays as it is. */
export function saysMore(node: NewNode, row: EntityRow): boolean {
  const names = new Set([row.name, ...row.aliases.split('\n')].map((name) => name.toLowerCase()))
  if ([node.name, ...node.aliases].some((name) => !names.has(name.toLowerCase()))) return true
  const isSame = (end: 'start' | 'end') =>
    node[`${end}On`] === row[`${end}On`] && node[`${end}How`] === row[`${end}How`]
  return (node.startOn !== '' && !isSame('start')) || (node.endOn !== '' && !isSame('end'))
}

/** Adds what the case lacks. Places are kept in an empty case; in any other, the picture comes to stand beside what is there. */
export function addPlanned(db: WriteCase, file: string, network: Network) {
  const { entities, relations, types, kinds, isEmpty } = planNetwork(db, network)
  for (const [name, look] of types) insertType(db, { name, ...look })
  for (const [name, look] of kinds) if (look) putKind(db, { name, ...look, directed: look.arrow ? 1 : 0 })
  const groupOf = groupMaker(db)
  const createdAt = new Date().toISOString()
  const placeOf = placer(network, isEmpty ? null : rightEdge(db) + apart)
  const taken = new Set(isEmpty ? [] : allEntities(db).map(({ id }) => id))
  let added = 0
  const ids = entities.map(({ node, type, known }, index) => {
    if (known) return known.id
    const id = node.id && !taken.has(node.id) ? node.id : newId()
    const { group, place: _, look: __, aliases, pinned, hidden, ...rest } = node
    insertWholeEntity(db, {
      ...rest,
      ...{ id, type, createdAt, ...placeOf(node, index) },
      aliases: aliases.join('\n'),
      ...{ pinned: pinned ? 1 : 0, hidden: hidden ? 1 : 0 },
      groupId: groupOf(group),
    })
    added++
    return id
  })
  let addedRelations = 0
  for (const { edge, isKnown } of relations) {
    if (isKnown) continue
    const { from, to, id, look: _, ...rest } = edge
    insertWholeRelation(db, {
      ...rest,
      ...{ id: id ?? newId(), fromId: ids[from] ?? '', toId: ids[to] ?? '', createdAt },
    })
    addedRelations++
  }
  return {
    label: `Import network ${quoted(file)}`,
    value: { entities: added, relations: addedRelations },
  }
}

/** One of the shapes without an icon that says too much, in a colour of its own. */
const plainLook = (index: number): TypeLook => ({
  ...{ shape: 'round-pentagon', icon: 'tag', color: (index % 8) + 1 },
})

/** Finds a group by the names of those around it and its own, or makes what is missing of them. */
function groupMaker(db: WriteCase): (path: string[]) => string | null {
  const groups = allGroups(db)
  return (path) => {
    let parentId: string | null = null
    for (const name of path) {
      const found = groups.find((group) => group.name === name && group.parentId === parentId)
      if (found) parentId = found.id
      else {
        const id: string = insertGroup(db, name, parentId)
        groups.push({ id, name, parentId, collapsed: 0, createdAt: '' })
        parentId = id
      }
    }
    return parentId
  }
}

/** Model units between nodes that the file gives no place. */
const apart = 160
const golden = Math.PI * (3 - Math.sqrt(5))

/** Where each goes: as the file says, moved to the right of `edge` where there is one; else in a sunflower below that. */
function placer({ nodes }: Network, edge: number | null) {
  const places = nodes.flatMap(({ place }) => place ?? [])
  const left = places.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const shift = edge === null || places.length === 0 ? 0 : edge - left
  const bottom = places.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY)
  const radius = apart * 0.62 * Math.sqrt(nodes.length)
  const middle = {
    x: edge === null ? 0 : edge + radius,
    y: places.length === 0 ? 0 : bottom + apart + radius,
  }
  return ({ place }: NewNode, index: number) => {
    const at = place
      ? { x: place.x + shift, y: place.y }
      : {
          x: middle.x + apart * 0.62 * Math.sqrt(index) * Math.cos(index * golden),
          y: middle.y + apart * 0.62 * Math.sqrt(index) * Math.sin(index * golden),
        }
    return { x: toHundredth(at.x), y: toHundredth(at.y) }
  }
}

const toHundredth = (value: number) => Math.round(value * 100) / 100 || 0
