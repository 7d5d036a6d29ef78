import { stringify } from 'csv-stringify/sync'
import { edgeFields, nodeFields } from '../../../preload/contract/network-fields.ts'
import { guarded } from '../guarded-cell.ts'
import { edgeValues, type FieldValue, type NetworkGraph, nodeValues } from './graph.ts'

/**
 * The network as two tables (RFC 4180): entities, and relations between their ids. Each begins with a byte order mark,
 * without which Excel reads UTF-8 as Windows-1252. The names of the columns are those that Gephi asks for.
 */
export function networkAsCsv({ nodes, edges }: NetworkGraph): { nodes: string; edges: string } {
  const names = new Map(nodes.map((node) => [node.id, node.name]))
  const nodeColumns = Object.keys(nodeFields)
  const { label: _, ...otherFields } = edgeFields
  const edgeColumns = Object.keys(otherFields)
  return {
    nodes: table([
      ['id', ...nodeColumns],
      ...nodes.map((node) => [node.id, ...cells(nodeValues(node), nodeColumns)]),
    ]),
    edges: table([
      ['id', 'source', 'sourceLabel', 'label', 'target', 'targetLabel', ...edgeColumns],
      ...edges.map((edge) => [
        ...[edge.id, edge.from, names.get(edge.from) ?? '', edge.kind, edge.to, names.get(edge.to) ?? ''],
        ...cells(edgeValues(edge), edgeColumns),
      ]),
    ]),
  }
}

const cells = (values: Record<string, FieldValue | undefined>, columns: string[]): FieldValue[] =>
  columns.map((column) => values[column] ?? '')

function table(rows: FieldValue[][]): string {
  // A number is no formula, also below zero.
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guarded(cell.replace(controls, '\ufffd')) : String(cell))),
  )
  return stringify(safe, { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/u })
}

/** No file of text may hold them. */
const controls = /[\p{Cc}--[\t\n\r]]/gv
