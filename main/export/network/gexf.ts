import type { Period } from '../../../preload/contract/dates.ts'
import { edgeFields, type FieldKind, nodeFields } from '../../../preload/contract/network-fields.ts'
import { escaped } from '../xml.ts'
import { boundsOf } from './bounds.ts'
import { edgeValues, type FieldValue, type NetworkGraph, nodeValues } from './graph.ts'

/**
 * The network as GEXF 1.3 (https://gexf.net). Its y grows upwards, ours downwards: it is turned, or the picture would stand on
 * its head in Gephi. Its times are whole days, so each date stands as first and last day in `start` and `end`, and as it was
 * meant in attributes.
 */
export function networkAsGexf({ nodes, edges }: NetworkGraph): string {
  const isDated = [...nodes, ...edges].some((each) => boundsOf(each).first ?? boundsOf(each).last)
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  lines.push('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">')
  lines.push(
    `  <graph defaultedgetype="directed" mode="${isDated ? 'dynamic' : 'static'}"${isDated ? ' timeformat="date"' : ''}>`,
  )
  const declare = (what: 'node' | 'edge', fields: Record<string, FieldKind>) => {
    lines.push(`    <attributes class="${what}" mode="static">`)
    for (const [name, kind] of Object.entries(fields))
      if (!ownPlaces.has(name)) lines.push(`      <attribute id="${name}" title="${name}" type="${kind}"/>`)
    lines.push('    </attributes>')
  }
  declare('node', nodeFields)
  declare('edge', edgeFields)
  const attributes = (values: Record<string, FieldValue>) => {
    const own = Object.entries(values).filter(([name]) => !ownPlaces.has(name))
    if (own.length === 0) return
    lines.push('        <attvalues>')
    for (const [name, value] of own)
      lines.push(`          <attvalue for="${name}" value="${escaped(String(value))}"/>`)
    lines.push('        </attvalues>')
  }
  lines.push('    <nodes>')
  for (const node of nodes) {
    lines.push(`      <node id="${escaped(node.id)}" label="${escaped(node.name)}"${spell(node)}>`)
    attributes(nodeValues(node))
    lines.push(`        <viz:position x="${node.x}" y="${-node.y || 0}" z="0"/>`, '      </node>')
  }
  lines.push('    </nodes>', '    <edges>')
  for (const edge of edges) {
    const ends = `id="${escaped(edge.id)}" source="${escaped(edge.from)}" target="${escaped(edge.to)}"`
    // `kind` is what keeps several between the same two apart in Gephi.
    const kind = escaped(edge.kind)
    lines.push(`      <edge ${ends} label="${kind}" kind="${kind}"${spell(edge)}>`)
    attributes(edgeValues(edge))
    lines.push('      </edge>')
  }
  lines.push('    </edges>', '  </graph>', '</gexf>', '')
  return lines.join('\n')
}

/** What the format has a place of its own for. */
const ownPlaces = new Set(['label', 'x', 'y'])

function spell(period: Period): string {
  const { first, last } = boundsOf(period)
  return (first ? ` start="${first}"` : '') + (last ? ` end="${last}"` : '')
}
