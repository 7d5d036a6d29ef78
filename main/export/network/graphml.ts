import { edgeFields, type FieldKind, nodeFields } from '../../../preload/contract/network-fields.ts'
import { escaped } from '../xml.ts'
import { edgeValues, type FieldValue, type NetworkGraph, nodeValues } from './graph.ts'

const types: Record<FieldKind, string> = {
  string: 'string',
  double: 'double',
  boolean: 'boolean',
  integer: 'int',
}

/** The network as GraphML (http://graphml.graphdrawing.org). */
export function networkAsGraphml({ nodes, edges }: NetworkGraph): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  lines.push('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">')
  const declare = (what: 'node' | 'edge', fields: Record<string, FieldKind>) => {
    for (const [name, kind] of Object.entries(fields))
      lines.push(`  <key id="${what}.${name}" for="${what}" attr.name="${name}" attr.type="${types[kind]}"/>`)
  }
  declare('node', nodeFields)
  declare('edge', edgeFields)
  const data = (what: 'node' | 'edge', values: Record<string, FieldValue>) => {
    for (const [name, value] of Object.entries(values))
      lines.push(`      <data key="${what}.${name}">${escaped(String(value))}</data>`)
  }
  lines.push('  <graph edgedefault="directed">')
  for (const node of nodes) {
    lines.push(`    <node id="${escaped(node.id)}">`)
    data('node', nodeValues(node))
    lines.push('    </node>')
  }
  for (const edge of edges) {
    lines.push(
      `    <edge id="${escaped(edge.id)}" source="${escaped(edge.from)}" target="${escaped(edge.to)}">`,
    )
    data('edge', edgeValues(edge))
    lines.push('    </edge>')
  }
  lines.push('  </graph>', '</graphml>', '')
  return lines.join('\n')
}
