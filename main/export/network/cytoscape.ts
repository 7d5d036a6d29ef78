import { edgeValues, type NetworkGraph, nodeValues } from './graph.ts'

/**
 * The network as Cytoscape JSON, with groups as compound nodes (https://js.cytoscape.org/#notation/elements-json). One
 * element a line, so that two files can be compared.
 */
export function networkAsCytoscape({ nodes, edges }: NetworkGraph): string {
  const groups = groupIds(nodes.map((node) => node.group))
  const groupNodes = [...groups].map(([path, id]) => {
    const names = path.split('\n')
    const parent = groups.get(names.slice(0, -1).join('\n'))
    return { data: { id, label: names.at(-1), isGroup: true, ...(parent ? { parent } : {}) } }
  })
  const entities = nodes.map((node) => {
    const { x, y, group, ...values } = nodeValues(node)
    const parent = typeof group === 'string' ? groups.get(group) : undefined
    return { data: { id: node.id, ...(parent ? { parent } : {}), ...values }, position: { x, y } }
  })
  const relations = edges.map((edge) => ({
    data: { id: edge.id, source: edge.from, target: edge.to, ...edgeValues(edge) },
  }))
  const list = (elements: object[]) => elements.map((each) => `    ${JSON.stringify(each)}`).join(',\n')
  return [
    '{',
    '  "elements": {',
    '  "nodes": [',
    list([...groupNodes, ...entities]),
    '  ],',
    '  "edges": [',
    list(relations),
    '  ]',
    '  }',
    '}',
    '',
  ].join('\n')
}

/** Every group and those around it, in the order of their names' code units; the same names get the same ids. */
function groupIds(paths: string[][]): Map<string, string> {
  const all = new Set(paths.flatMap((path) => path.map((_, index) => path.slice(0, index + 1).join('\n'))))
  return new Map([...all].sort().map((path, index) => [path, `group-${index + 1}`]))
}
