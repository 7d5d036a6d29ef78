import { type RawCodebook, refused } from './codebook.ts'
import { csvTable, unguarded } from './csv-table.ts'

/** What the columns are called: by us first, then by other programs and people. */
const columns = {
  name: ['name', 'tag', 'code', 'code name'],
  description: ['description', 'meaning', 'definition', 'comment', 'memo', 'code memo'],
  color: ['color', 'colour'],
  parent: ['parent', 'below', 'parent code'],
  key: ['key'],
  sets: ['sets', 'set', 'groups', 'code groups'],
} as const
type Column = keyof typeof columns

/** Reads a codebook out of a table: one row a tag, a line for the names of the columns above. Comma, semicolon or tab. */
export function readCsv(text: string, file: string): RawCodebook {
  const [head = [], ...rows] = csvTable(text, (why) => refused(file, why))
  const at = (column: Column): number =>
    head.findIndex((title) => columns[column].some((known) => known === title.trim().toLowerCase()))
  const places = Object.fromEntries(
    Object.keys(columns).map((column) => [column, at(column as Column)]),
  ) as Record<Column, number>
  if (places.name === -1)
    throw refused(
      file,
      'none of its columns is called “name”',
      'Name the columns in the first row: name, description, color, parent, key, sets.',
    )
  const cell = (row: string[], column: Column) => unguarded(row[places[column]] ?? '')
  const byName = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    const name = folded(cell(row, 'name'))
    if (name === '') throw refused(file, `row ${index + 2} has no name`)
    if (!byName.has(name)) byName.set(name, index)
  }
  const sets = new Map<string, number[]>()
  const tags = rows.map((row, index) => {
    const parentName = cell(row, 'parent').trim()
    const parent = parentName === '' ? null : byName.get(folded(parentName))
    if (parent === undefined)
      throw refused(file, `row ${index + 2} stands below “${parentName.slice(0, 60)}”, which is in no row`)
    // One set a line: a name can hold any comma.
    for (const name of cell(row, 'sets').split(/\r?\n/u))
      if (name.trim() !== '') sets.set(name, [...(sets.get(name) ?? []), index])
    return {
      guid: '',
      name: cell(row, 'name'),
      description: cell(row, 'description'),
      color: cell(row, 'color'),
      parent,
      key: cell(row, 'key').trim(),
    }
  })
  return { tags, sets: [...sets].map(([name, members]) => ({ guid: '', name, tags: members })) }
}

const folded = (name: string) => name.normalize('NFC').trim().toLowerCase()
