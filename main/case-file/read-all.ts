import type Database from 'better-sqlite3'
import type { TableName } from '../../preload/contract/patch.ts'
import { removeCase } from './files.ts'
import { graftSchema, mendHead } from './graft-schema.ts'
import { attempt, type Key, openDamaged, type Readable, readDamaged } from './read-damaged.ts'
import { complete, isSound, sinceVersion4 } from './sound-row.ts'
import { tableNames, tables } from './tables.ts'

/** All that could be read of a case file that may be damaged or hostile. */
export interface Everything {
  rows: Record<TableName, Readable>
  content: Readable
  steps: Readable
  changes: Readable
  /** What SQLite says of the file: 'ok' where it finds nothing. */
  integrity: unknown
}

/** What the columns that hold ids lead to. */
const parents: Record<string, TableName | 'content'> = {
  articleId: 'article',
  annotationId: 'annotation',
  entityId: 'entity',
  fromId: 'entity',
  toId: 'entity',
  relationId: 'relation',
  tagId: 'tag',
  tagSetId: 'tagSet',
  groupId: 'boardGroup',
  replacesId: 'article',
  contentId: 'content',
}

/** Reads a copy of a file; where its schema is damaged, in every way that may lead to its rows, for the most there is. */
export async function readAll(path: string): Promise<Everything> {
  let read: Everything | undefined
  let failure: unknown
  try {
    const { all, isSchemaBroken } = await readOnce(path)
    if (!isSchemaBroken) return all
    read = all
  } catch (error) {
    failure = error
  }
  // What is no case at all, or no longer one, finds nothing here either.
  const grafted = graftSchema(path)
  try {
    for (const each of grafted) {
      const { all } = await readOnce(each)
      if (soundRows(all) > (read ? soundRows(read) : 0)) read = all
    }
  } finally {
    for (const each of grafted) removeCase(each)
  }
  if (!read) throw failure
  return { ...read, integrity: 'its schema is damaged' }
}

/** Pages that were taken for those of another table give rows that no table of ours would hold. */
function soundRows(all: Everything): number {
  return tableNames.reduce(
    (sum, table) =>
      sum + all.rows[table].rows.filter((row) => complete(table, row) !== null && isSound(table, row)).length,
    0,
  )
}

/** History and children come first: they mention rows that damage may hide. */
async function readOnce(path: string): Promise<{ all: Everything; isSchemaBroken: boolean }> {
  const { db, isSchemaBroken } = openMended(path)
  try {
    const hints = new Map<unknown, Set<Key>>(['content', ...tableNames].map((table) => [table, new Set()]))
    const steps = readDamaged(db, 'step', ['id', 'label', 'at', 'undone'])
    const changes = readDamaged(db, 'change', ['id', 'stepId', 'tableName', 'rowId', 'before', 'after'])
    for (const { tableName, rowId } of changes.rows) hints.get(tableName)?.add(String(rowId))
    const rows = {} as Everything['rows']
    const version = attempt(() => Number(db.pragma('user_version', { simple: true }))) ?? 0
    for (const table of tableNames.toReversed()) {
      const isLater = version > 0 && version < 4 && sinceVersion4.includes(table)
      if (isLater) rows[table] = { rows: [], unread: 0 }
      else rows[table] = readDamaged(db, table, tables[table], hints.get(table))
      for (const row of rows[table].rows)
        for (const [column, parent] of Object.entries(parents))
          if (typeof row[column] === 'string') hints.get(parent)?.add(row[column])
      await new Promise(setImmediate)
    }
    const content = readDamaged(db, 'content', ['id', 'text', 'blocks'], hints.get('content'))
    return { all: { rows, content, steps, changes, integrity: integrityOf(db) }, isSchemaBroken }
  } finally {
    db.close()
  }
}

function openMended(path: string): ReturnType<typeof openDamaged> {
  try {
    return openDamaged(path)
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_NOTADB') throw error
    mendHead(path)
    return openDamaged(path)
  }
}

function integrityOf(db: Database.Database): unknown {
  try {
    return db.pragma('integrity_check(1)', { simple: true })
  } catch {
    return 'unreadable'
  }
}
