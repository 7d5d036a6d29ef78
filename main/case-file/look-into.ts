import Database from 'better-sqlite3'
import type { TableName } from '../../preload/contract/patch.ts'
import { configure } from './connection.ts'
import { handle } from './handle.ts'
import { lastRevision, type Revision } from './revisions.ts'
import { tableNames } from './tables.ts'

/** Opens a case file that is not the open one, only to look into it. Its bytes stay as they are. */
export function openToRead(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    configure(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

export interface Contents {
  counts: Record<TableName, number>
  last: Revision
}

/** What a case file that is not open holds, or null where it cannot be read. 3 ms for 100 MB that the computer has in memory. */
export function lookInto(path: string): Contents | null {
  let db: Database.Database | undefined
  try {
    db = openToRead(path)
    const read = handle(db)
    const count = (table: TableName) =>
      read.one<{ count: number }>({ text: `SELECT count(*) AS count FROM ${table}`, values: [] })?.count
    const counts = Object.fromEntries(tableNames.map((table) => [table, count(table)]))
    return { counts: counts as Contents['counts'], last: lastRevision(read) }
  } catch {
    return null
  } finally {
    db?.close()
  }
}
