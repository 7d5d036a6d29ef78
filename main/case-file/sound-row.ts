import type { TableName } from '../../preload/contract/patch.ts'
import { sha256 } from './sha256.ts'
import { tables } from './tables.ts'

export type Row = Record<string, unknown>

const uuid = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u
const ids = [
  'id',
  'articleId',
  'entityId',
  'annotationId',
  'tagId',
  'fromId',
  'toId',
  'relationId',
  'parentId',
  'groupId',
  'replacesId',
  'tagSetId',
]
const times = ['addedAt', 'createdAt', 'updatedAt']

/** The columns that files of older versions lack, as migrations fill them. */
const later: Partial<Record<TableName, Row>> = {
  article: { reliability: '', credibility: '', replacesId: null },
  entity: { startOn: '', startHow: 'on', endOn: '', endHow: 'on', pinned: 0, hidden: 0, groupId: null },
  tag: { parentId: null, pin: 0 },
  relation: { startHow: 'on', endHow: 'on' },
  evidence: { reliability: '', credibility: '' },
}

/** The tables that files of schema version 1 to 3 lack: there nothing was lost. */
export const sinceVersion4: readonly TableName[] = [
  'boardGroup',
  'tagSet',
  'tagSetMember',
  'tagQuery',
  'entityType',
  'relationKind',
  'boardView',
]

/** A row as today's tables have it, or null where it lacks something that nothing can stand in for. */
export function complete(table: TableName, row: Row): Row | null {
  const isUnproven = table === 'note' && !row.sha256
  const isOlder = isUnproven || tables[table].some((column) => !(column in row))
  const proof = isUnproven ? { sha256: sha256(String(row.body)) } : {}
  const whole = isOlder ? { ...later[table], ...row, ...proof } : row
  return tables[table].every((column) => column in whole) ? whole : null
}

/** What the tables' own types and checks leave open, and the rest of the program counts on. */
export function isSound(table: TableName, row: Row): boolean {
  for (const [column, value] of Object.entries(row)) {
    if (value === null) continue
    if (ids.includes(column) && !(typeof value === 'string' && uuid.test(value))) return false
    if (times.includes(column) && !(typeof value === 'string' && time.test(value) && Date.parse(value)))
      return false
  }
  if (table === 'entity') return row.type !== '' && Number.isFinite(row.x) && Number.isFinite(row.y)
  return true
}

const kinds = ['title', 'heading', 'paragraph', 'quote', 'listItem', 'caption', 'furniture']

/** Whether blocks stand in order within a text of that many UTF-16 code units. */
export function areBlocks(json: string, length: number): boolean {
  try {
    const blocks = JSON.parse(json) as unknown
    let last = 0
    return (
      Array.isArray(blocks) &&
      blocks.every((block: Row | null) => {
        const { kind, start, end, level } = block ?? {}
        if (!kinds.includes(String(kind)) || !Number.isInteger(start) || !Number.isInteger(end)) return false
        if (level !== undefined && !Number.isInteger(level)) return false
        const isInOrder = Number(start) >= last && Number(end) >= Number(start) && Number(end) <= length
        last = Number(end)
        return isInOrder
      })
    )
  } catch {
    return false
  }
}
