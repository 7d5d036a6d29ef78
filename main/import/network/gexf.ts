import { type RawEdge, type RawNetwork, type RawNode, refused, refuseTooMany } from './network.ts'
import { readXml } from './strict-xml.ts'

/**
 * Reads a network out of GEXF 1.1 to 1.3 (https://gexf.net). Its y grows upwards, so it is turned. `start` and `end` count where
 * no field of ours says how a date was meant.
 */
export function readGexf(text: string, file: string): RawNetwork {
  const nodes: RawNode[] = []
  const edges: RawEdge[] = []
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() }
  const usual = { node: new Map<string, string>(), edge: new Map<string, string>() }
  let declaring: 'node' | 'edge' = 'node'
  let attribute = ''
  let element: RawNode | null = null
  let of: 'node' | 'edge' = 'node'
  let words = ''
  let isTimed = false

  readXml(text, file, {
    opened: (name, attributes, path) => {
      if (path.length === 0 && name !== 'gexf') throw refused(file, 'it is no GEXF')
      words = ''
      if (name === 'graph') isTimed = /^date/u.test(attributes.timeformat ?? 'date')
      else if (name === 'attributes') declaring = attributes.class === 'edge' ? 'edge' : 'node'
      else if (name === 'attribute') {
        attribute = (attributes.title || attributes.id || '').toLowerCase()
        titles[declaring].set(attributes.id ?? '', attribute)
      } else if (name === 'node' || name === 'edge') {
        const values = new Map<string, string>()
        if (attributes.label) values.set('label', attributes.label)
        else if (name === 'edge' && attributes.kind) values.set('label', attributes.kind)
        if (isTimed) {
          if (attributes.start) values.set('start', attributes.start)
          if (attributes.end) values.set('end', attributes.end)
        }
        of = name
        if (name === 'node') {
          element = { id: attributes.id ?? '', values }
          nodes.push(element)
        } else {
          const edge = {
            id: attributes.id ?? '',
            source: attributes.source ?? '',
            target: attributes.target ?? '',
            values,
          }
          element = edge
          edges.push(edge)
        }
      } else if (name === 'attvalue' && element) {
        const id = attributes.for ?? attributes.id ?? ''
        element.values.set(titles[of].get(id) ?? id.toLowerCase(), attributes.value ?? '')
      } else if (name === 'position' && element) {
        element.values.set('x', attributes.x ?? '')
        element.values.set('y', turned(attributes.y ?? ''))
      }
      refuseTooMany(file, nodes.length, edges.length)
    },
    text: (more) => {
      words += more
    },
    closed: (name) => {
      if (name === 'default' && attribute) usual[declaring].set(attribute, words)
      else if (name === 'edge' || name === 'node') element = null
    },
  })
  for (const [what, list] of [
    ['node', nodes],
    ['edge', edges],
  ] as const)
    for (const { values } of list) {
      for (const [name, value] of usual[what]) if (!values.has(name)) values.set(name, value)
      // Whole days say less than our own fields, where the file has those.
      if (values.has('starton') || values.has('starthow')) values.delete('start')
      if (values.has('endon') || values.has('endhow')) values.delete('end')
    }
  return { nodes, edges, notices: [] }
}

/** What is no number stays as it is, for the sentence that refuses it. */
const turned = (y: string) => (y.trim() === '' || Number.isNaN(Number(y)) ? y : String(-Number(y)))
