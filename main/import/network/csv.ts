import { csvTable, unguarded } from '../csv-table.ts'
import { mostEdges, type RawEdge, type RawNetwork, type RawNode, refused } from './network.ts'

const sources = ['source', 'from', 'source id']
const targets = ['target', 'to', 'target id']
/** What columns are called beside our own names, for both tables. */
const ids = ['id', 'node id', 'edge id']

/**
 * Reads a network out of tables: one of relations has the columns source and target, any other is one of entities. Without a
 * table of entities, they are what the relations' ends are called.
 */
export function readNetworkTables(tables: { file: string; text: string }[]): RawNetwork {
  const nodes: RawNode[] = []
  const edges: RawEdge[] = []
  let hasNodes = false
  let hasEdges = false
  for (const { file, text } of tables) {
    const [head = [], ...rows] = csvTable(text, (why) => refused(file, why), mostEdges + 3)
    const columns = head.map((title) => title.trim().toLowerCase())
    const at = (names: string[]) => columns.findIndex((column) => names.includes(column))
    const [source, target, id] = [at(sources), at(targets), at(ids)]
    const isOfEdges = source !== -1 && target !== -1
    if (!isOfEdges && at(['label', 'name', 'id']) === -1)
      throw refused(
        file,
        'none of its columns is called “label”, and none “source” and “target”',
        'Name the columns in the first row. A table of entities has label and type; one of relations has source, label and target.',
      )
    const own = new Set([source, target, id, at(['sourcelabel']), at(['targetlabel'])])
    const read = (row: string[]): RawNode => {
      const cell = (index: number) => unguarded(row[index] ?? '')
      const values = new Map<string, string>()
      for (const [index, column] of columns.entries())
        if (!(isOfEdges ? own.has(index) : index === id) && cell(index) !== '')
          values.set(column, cell(index))
      return { id: cell(id), values, file }
    }
    if (isOfEdges) {
      hasEdges = true
      for (const row of rows) {
        const end = (index: number) => unguarded(row[index] ?? '').trim()
        edges.push({ ...read(row), source: end(source), target: end(target) })
      }
      if (tables.length === 1) nodes.push(...endsOf(edges, rows, columns))
    } else {
      hasNodes = true
      const label = at(['label', 'name'])
      // A table that people make has no ids: its relations name the entities.
      for (const row of rows) {
        const node = read(row)
        nodes.push({ ...node, id: node.id || unguarded(row[label] ?? '').trim() })
      }
    }
  }
  const notices: string[] = []
  if (!hasNodes && edges.length > 0) notices.push('Entities are taken from the ends of relations alone.')
  if (!hasEdges)
    notices.push(
      'It is a table of entities alone. Choose that of their relations together with it to have both.',
    )
  return { nodes, edges, notices }
}

/** Each end once, under the name that the table gives beside it. */
function endsOf(edges: RawEdge[], rows: string[][], columns: string[]): RawNode[] {
  const ends = new Map<string, RawNode>()
  const add = (id: string, label: string) => {
    if (!ends.has(id)) ends.set(id, { id, values: new Map(label ? [['label', label]] : []) })
  }
  const [from, to] = [columns.indexOf('sourcelabel'), columns.indexOf('targetlabel')]
  for (const [index, { source, target }] of edges.entries()) {
    add(source, unguarded(rows[index]?.[from] ?? ''))
    add(target, unguarded(rows[index]?.[to] ?? ''))
  }
  return [...ends.values()]
}
