import { counted } from './counted.ts'
import { type RawEdge, type RawNetwork, type RawNode, refused, refuseTooMany } from './network.ts'
import { readXml } from './strict-xml.ts'

/** Reads a network out of GraphML (http://graphml.graphdrawing.org), of whatever program. */
export function readGraphml(text: string, file: string): RawNetwork {
  const nodes: RawNode[] = []
  const edges: RawEdge[] = []
  /** What keys stand for: each with its name in lower case, and what an element without it has. */
  const keys = new Map<string, { name: string; usual: string | null; of: string }>()
  let key: { name: string; usual: string | null; of: string } | null = null
  /** A node can hold a graph of its own. */
  const open: RawNode[] = []
  let field: string | null = null
  let words = ''
  let hyperedges = 0

  readXml(text, file, {
    opened: (name, attributes, path) => {
      if (path.length === 0 && name !== 'graphml') throw refused(file, 'it is no GraphML')
      words = ''
      if (name === 'key') {
        // What yEd draws stands in fields of elements, and is read below.
        const title = attributes['yfiles.type'] ? '' : attributes['attr.name'] || attributes.id || ''
        key = { name: title.toLowerCase(), usual: null, of: attributes.for ?? 'all' }
        keys.set(attributes.id ?? '', key)
      } else if (name === 'node') {
        const node = { id: attributes.id ?? '', values: new Map<string, string>() }
        open.push(node)
        nodes.push(node)
      } else if (name === 'edge') {
        const ends = { source: attributes.source ?? '', target: attributes.target ?? '' }
        const edge = { id: attributes.id ?? '', ...ends, values: new Map<string, string>() }
        open.push(edge)
        edges.push(edge)
      } else if (name === 'hyperedge') hyperedges++
      else if (name === 'Geometry' && attributes.x && attributes.y) {
        open.at(-1)?.values.set('x', attributes.x).set('y', attributes.y)
      } else if (name === 'data') {
        const holder = path.at(-1)
        const declared = keys.get(attributes.key ?? '')
        const isOurs = holder === 'node' || holder === 'edge'
        field = isOurs ? (declared?.name ?? attributes.key?.toLowerCase() ?? null) : null
      }
      refuseTooMany(file, nodes.length, edges.length)
    },
    text: (more) => {
      words += more
    },
    closed: (name) => {
      if (name === 'default' && key) key.usual = words
      else if (name === 'key') key = null
      else if (name === 'data') {
        if (field) open.at(-1)?.values.set(field, words)
        field = null
      } else if (name === 'NodeLabel' || name === 'EdgeLabel') {
        if (words.trim()) open.at(-1)?.values.set('label', words.trim())
      } else if (name === 'node' || name === 'edge') open.pop()
    },
  })
  for (const { name, usual, of } of keys.values())
    if (usual !== null)
      for (const each of of === 'edge' ? edges : of === 'node' ? nodes : [...nodes, ...edges])
        if (!each.values.has(name)) each.values.set(name, usual)
  const notices =
    hyperedges > 0 ? [`${counted(hyperedges, 'relation')} of more than two ends cannot be read.`] : []
  return { nodes, edges, notices }
}
