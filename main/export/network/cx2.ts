import { edgeFields, type FieldKind, nodeFields } from '../../../preload/contract/network-fields.ts'
import { edgeValues, type FieldValue, type NetworkGraph, nodeValues } from './graph.ts'

/** What the format keeps beside the attributes. */
const placed: readonly string[] = ['x', 'y']
/** Fields that hold one a line are lists there. */
const lists: readonly string[] = ['aliases', 'group', 'evidence']

/**
 * The network as CX2 (https://cytoscape.org/cx/cx2/specification). Its ids are numbers, so ours stand as an attribute; what a
 * program there shows is called `name` and `interaction`.
 */
export function networkAsCx2({ name, nodes, edges }: NetworkGraph): string {
  const numbers = new Map(nodes.map((node, index) => [node.id, index]))
  const aspects = {
    networkAttributes: [{ name }],
    nodes: nodes.map((node, id) => ({
      ...{ id, x: node.x, y: node.y },
      v: { ligatureId: node.id, ...valuesNamed(nodeValues(node), 'name') },
    })),
    edges: edges.map((edge, id) => ({
      ...{ id, s: numbers.get(edge.from), t: numbers.get(edge.to) },
      v: { ligatureId: edge.id, ...valuesNamed(edgeValues(edge), 'interaction') },
    })),
  }
  const declarations = {
    networkAttributes: { name: { d: 'string' } },
    nodes: declared(nodeFields, 'name'),
    edges: declared(edgeFields, 'interaction'),
  }
  const metaData = [
    { name: 'attributeDeclarations', elementCount: 1 },
    ...Object.entries(aspects).map(([aspect, elements]) => ({
      name: aspect,
      elementCount: elements.length,
    })),
  ]
  const parts = [
    { CXVersion: '2.0', hasFragments: false },
    { metaData },
    { attributeDeclarations: [declarations] },
    ...Object.entries(aspects).map(([aspect, elements]) => ({ [aspect]: elements })),
    { status: [{ error: '', success: true }] },
  ]
  return `[\n${parts.map((part) => JSON.stringify(part)).join(',\n')}\n]\n`
}

const nameOf = (field: string, label: string) => (field === 'label' ? label : field)

function valuesNamed(values: Record<string, FieldValue>, label: string) {
  const kept = Object.entries(values).filter(([field]) => !placed.includes(field))
  return Object.fromEntries(
    kept.map(([field, value]) => [
      nameOf(field, label),
      lists.includes(field) ? String(value).split('\n') : value,
    ]),
  )
}

function declared(fields: Record<string, FieldKind>, label: string) {
  const kept = Object.entries(fields).filter(([field]) => !placed.includes(field))
  return {
    ligatureId: { d: 'string' },
    ...Object.fromEntries(
      kept.map(([field, kind]) => [
        nameOf(field, label),
        { d: lists.includes(field) ? 'list_of_string' : kind },
      ]),
    ),
  }
}
