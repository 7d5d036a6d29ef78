import { stringify } from 'csv-stringify/sync'
import { tagColors } from '../../preload/contract/codebook.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import type { CodebookRows } from './codebook.ts'
import { guarded } from './guarded-cell.ts'

/**
 * The codebook as a table (RFC 4180): one row a tag, parents before what is below them. Begins with a byte order mark, without
 * which Excel reads UTF-8 as Windows-1252.
 */
export function codebookAsCsv({ tags, sets }: CodebookRows): string {
  const names = new Map(tags.map(({ tag }) => [tag.id, onOneLine(tag.name)]))
  const setsOf = (tagId: string) =>
    sets.filter(({ tagIds }) => tagIds.includes(tagId)).map(({ set }) => onOneLine(set.name))
  const rows = tags.map(({ tag, parentId }) => [
    names.get(tag.id) ?? '',
    tag.description,
    tagColors.light[tag.color - 1] ?? '',
    (parentId && names.get(parentId)) ?? '',
    tag.pin ? String(tag.pin) : '',
    // One set a line: a name can hold any comma.
    setsOf(tag.id).join('\n'),
  ])
  const header = ['name', 'description', 'color', 'parent', 'key', 'sets']
  return stringify([header, ...rows.map((row) => row.map(guarded))], { bom: true, record_delimiter: '\r\n' })
}
