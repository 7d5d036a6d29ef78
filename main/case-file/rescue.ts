import Database from 'better-sqlite3'
import type { TableName } from '../../preload/contract/patch.ts'
import { TroubleError } from '../trouble.ts'
import { configure } from './connection.ts'
import { copyCase, putInPlace, removeCase } from './files.ts'
import { handle, type WriteCase } from './handle.ts'
import { makeCase } from './make-case.ts'
import { type Everything, readAll } from './read-all.ts'
import { carryHistory } from './rescue-history.ts'
import { type Content, contentsOf, fromPassages } from './rescue-words.ts'
import { sha256 } from './sha256.ts'
import { complete, isSound, type Row } from './sound-row.ts'
import { sql } from './sql.ts'
import { tableNames, tables } from './tables.ts'

export interface Rescue {
  /** How many rows of each table are in the new case. */
  carried: Record<TableName, number>
  /** What could not be carried: sentences. */
  lost: string[]
}

/** The columns that lead to a row of the same table. */
const ownKind: Partial<Record<TableName, string>> = {
  article: 'replacesId',
  boardGroup: 'parentId',
  tag: 'parentId',
}

/** What a person calls the rows of each table. */
const nouns: Record<TableName, [one: string, many: string]> = {
  article: ['article', 'articles'],
  boardGroup: ['group on the network', 'groups on the network'],
  entity: ['entity', 'entities'],
  tag: ['tag', 'tags'],
  tagSet: ['set of tags', 'sets of tags'],
  tagSetMember: ['tag in a set', 'tags in sets'],
  annotation: ['passage', 'passages'],
  tagging: ['tag on a passage', 'tags on passages'],
  relation: ['relation', 'relations'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  note: ['note', 'notes'],
  tagQuery: ['kept query', 'kept queries'],
  entityType: ['type of entity', 'types of entities'],
  relationKind: ['kind of relation', 'kinds of relations'],
  boardView: ['saved view', 'saved views'],
}
export const counted = (table: TableName, count: number): string =>
  `${count} ${nouns[table][count === 1 ? 0 : 1]}`

/**
 * Carries what can be read of a damaged or foreign case file, row by row, into a new case at `path`. The old file is copied,
 * and only the copy is opened. Rows that break the rules of a case are left out and counted; the history is carried only where
 * nothing else was lost. Throws a TroubleError where there is nothing to read.
 *
 * Measured at 200 MB with 100,000 passages: 50 s, nearly all of it for a history of 260,000 steps. A person can look at the
 * window meanwhile, but it stands still for some seconds at a time, since a table is read in one go.
 */
export async function rescue(from: string, path: string): Promise<Rescue> {
  const copy = `${path}.damaged`
  const beside = `${path}.part`
  try {
    removeCase(copy)
    copyCase(from, copy)
    const read = await readAll(copy).catch((error) => {
      throw error instanceof Database.SqliteError ? nothing(error) : error
    })
    if (tableNames.every((table) => read.rows[table].rows.length === 0)) throw nothing()
    removeCase(beside)
    makeCase(beside)
    const db = new Database(beside, { fileMustExist: true })
    try {
      configure(db)
      db.exec('BEGIN')
      const rescued = await carry(read, handle(db), db)
      db.prepare('UPDATE about SET rescued = ?').run(JSON.stringify(rescued.lost))
      db.exec('COMMIT')
      const integrity = db.pragma('integrity_check', { simple: true })
      if (integrity !== 'ok') throw new Error(`The new case is damaged: ${integrity}`)
      db.close()
      putInPlace(beside, path)
      return rescued
    } finally {
      db.close()
    }
  } finally {
    removeCase(copy)
    removeCase(beside)
  }
}

const nothing = (cause?: unknown) =>
  new TroubleError(
    'nothing-to-rescue',
    'Nothing can be read of this file: there is no case in it, or its beginning is gone. It was left as it is.',
    'Look for another copy of it, or restore a backup.',
    cause,
  ).offering('case.backups')

async function carry(read: Everything, target: WriteCase, db: Database.Database): Promise<Rescue> {
  const lost: string[] = []
  const carried = {} as Rescue['carried']
  const kept = {} as Record<TableName, Map<string, Row>>
  const contents = contentsOf(read.content.rows)
  let detached = 0
  let nameless = 0
  let rewritten = 0

  /** Rows that lead to one of their own table, which may come after them: first carried without. */
  const leads: { table: TableName; column: string; id: string; to: string }[] = []

  /** Makes a row fit what was carried before it; null where it cannot. */
  const adapt = (table: TableName, row: Row): Row | null => {
    const has = (parent: TableName, id: unknown) => kept[parent].has(String(id))
    const column = ownKind[table]
    if (column && row[column] !== null) {
      leads.push({ table, column, id: String(row.id), to: String(row[column]) })
      return adapt(table, { ...row, [column]: null })
    }
    if (table === 'article') return adaptArticle(row)
    if (table === 'entity') return has('boardGroup', row.groupId) ? row : { ...row, groupId: null }
    if (table === 'annotation') {
      const words = contents.get(String(kept.article.get(String(row.articleId))?.contentId))
      if (!words || Number(row.end) > words.text.length) return null
      if (row.entityId === null || has('entity', row.entityId)) return row
      nameless++
      return { ...row, entityId: null }
    }
    if (table === 'note') {
      if (sha256(String(row.body)) !== row.sha256) rewritten++
      const whole: Row = { ...row, sha256: sha256(String(row.body)) }
      for (const parent of ['annotation', 'entity', 'relation', 'article'] as const) {
        const id = whole[`${parent}Id`]
        if (id === null || has(parent, id)) continue
        whole[`${parent}Id`] = null
        detached++
      }
      return whole
    }
    return row
  }

  const adaptArticle = (row: Row): Row | null => {
    const found = contents.get(String(row.contentId))
    const passages = () => read.rows.annotation.rows.filter(({ articleId }) => articleId === row.id)
    const words: Content | null = found ?? fromPassages(passages())
    if (!words) return null
    if (!found) {
      lost.push(
        `The words of “${row.title}” could not be read; its passages, with the words around them, were put together again.`,
      )
      contents.set(words.id, words)
    } else if (found.isDamaged)
      lost.push(`The words of “${row.title}” are damaged: they are not exactly those that were imported.`)
    target.run(sql`INSERT INTO content (id, text, blocks) VALUES (${words.id}, ${words.text}, ${words.blocks})
      ON CONFLICT DO NOTHING`)
    return { ...row, contentId: words.id }
  }

  for (const table of tableNames) {
    kept[table] = new Map()
    const { rows, unread } = read.rows[table]
    let unfit = 0
    const columns = tables[table] as readonly string[]
    const insert = `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')})
      VALUES (${columns.map(() => '?').join(', ')})`
    for (const [index, found] of rows.entries()) {
      const whole = complete(table, found)
      const row = whole && isSound(table, whole) ? adapt(table, whole) : null
      if (
        row &&
        isTaken(
          target,
          insert,
          columns.map((name) => row[name]),
        )
      )
        kept[table].set(String(row.id), row)
      else unfit++
      if (index % 200 === 199) await new Promise(setImmediate)
    }
    carried[table] = kept[table].size
    if (unread === null) lost.push(`An unknown number of ${nouns[table][1]} could not be read.`)
    else if (unread > 0) lost.push(`${counted(table, unread)} could not be read.`)
    if (unfit > 0) lost.push(`${counted(table, unfit)} broke the rules of a case and did not come along.`)
  }
  for (const { table, column, id, to } of leads)
    if (kept[table].has(id) && kept[table].has(to))
      target.run({ text: `UPDATE ${table} SET ${column} = ? WHERE id = ?`, values: [to, id] })
  if (nameless > 0) lost.push(`${counted('annotation', nameless)} lost the entity they name.`)
  if (detached > 0)
    lost.push(`${counted('note', detached)} lost what they were on, and are now on the whole case.`)
  if (rewritten > 0) lost.push(`The words of ${counted('note', rewritten)} are damaged.`)
  if (!(await carryHistory(read, lost.length === 0, contents, target, db)))
    lost.push('The history could not be carried: what was done before cannot be undone.')
  return { carried, lost }
}

/** Whether the tables' types, checks and references let a row in. */
function isTaken(target: WriteCase, insert: string, values: unknown[]): boolean {
  try {
    return target.run({ text: insert, values }) === 1
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}
