import { type RawEdge, type RawNetwork, type RawNode, refused, refuseTooMany } from './network.ts'

/** Objects and lists that a file may hold: each costs up to 60 bytes once read, so none of a million uses up the memory. */
const mostParts = 1_000_000

/** Reads a network out of Cytoscape JSON: grouped or as one list (https://js.cytoscape.org/#notation/elements-json). */
export function readCytoscape(text: string, file: string): RawNetwork {
  let parts = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x7b || sign === 0x5b) parts++
  }
  if (parts > mostParts) throw refused(file, 'it has more parts than a network of Ligature’s size')
  let whole: unknown
  try {
    whole = JSON.parse(text)
  } catch {
    throw refused(file, 'it is not whole JSON')
  }
  const elements = isObject(whole) && 'elements' in whole ? whole.elements : whole
  const lists = Array.isArray(elements)
    ? { nodes: elements.filter((each) => !isEdge(each)), edges: elements.filter(isEdge) }
    : isObject(elements)
      ? { nodes: listOf(elements.nodes), edges: listOf(elements.edges) }
      : null
  if (!lists) throw refused(file, 'it is no Cytoscape JSON')
  refuseTooMany(file, lists.nodes.length, lists.edges.length)
  const nodes = lists.nodes.map((each) => nodeOf(each, file))
  const { groups, entities } = apart(nodes)
  for (const node of entities) {
    const path = pathOf(node.parent, groups, file)
    if (path.length > 0) node.values.set('group', path.join('\n'))
  }
  const edges = lists.edges.map((each): RawEdge => {
    const { data, values } = dataOf(each, file)
    return { id: word(data.id), source: word(data.source), target: word(data.target), values }
  })
  return { nodes: entities.map(({ id, values }) => ({ id, values })), edges, notices: [] }
}

interface Placed extends RawNode {
  parent: string
  isGroup: boolean
}

function nodeOf(element: unknown, file: string): Placed {
  const { data, values } = dataOf(element, file)
  const position = isObject(element) && isObject(element.position) ? element.position : {}
  for (const axis of ['x', 'y'] as const)
    if (position[axis] !== undefined) values.set(axis, word(position[axis]))
  return { id: word(data.id), values, parent: word(data.parent), isGroup: data.isGroup === true }
}

/** A node that others stand in is a group: in Ligature it has no relations of its own. */
function apart(nodes: Placed[]): { groups: Map<string, Placed>; entities: Placed[] } {
  const parents = new Set(nodes.map(({ parent }) => parent).filter(Boolean))
  const isGroup = (node: Placed) => node.isGroup || parents.has(node.id)
  return {
    groups: new Map(nodes.filter(isGroup).map((node) => [node.id, node])),
    entities: nodes.filter((node) => !isGroup(node)),
  }
}

function pathOf(id: string, groups: Map<string, Placed>, file: string): string[] {
  const path: string[] = []
  const seen = new Set<string>()
  for (let at = groups.get(id); at; at = groups.get(at.parent)) {
    if (seen.has(at.id) || seen.size > 50) throw refused(file, 'a group in it stands in itself')
    seen.add(at.id)
    path.unshift((at.values.get('label') || at.values.get('name') || at.id).replace(/\s+/gu, ' '))
  }
  return path
}

function dataOf(
  element: unknown,
  file: string,
): { data: Record<string, unknown>; values: Map<string, string> } {
  const data = isObject(element) && isObject(element.data) ? element.data : null
  if (!data) throw refused(file, 'an element in it has no data')
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(data))
    if (!ownPlaces.has(name) && value !== null && typeof value !== 'object')
      values.set(name.toLowerCase(), String(value))
  return { data, values }
}

const ownPlaces = new Set(['id', 'source', 'target', 'parent', 'isGroup'])
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const isEdge = (each: unknown) => isObject(each) && isObject(each.data) && 'source' in each.data
const word = (value: unknown) => (value === undefined || value === null ? '' : String(value))
