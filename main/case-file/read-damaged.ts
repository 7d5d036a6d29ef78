import Database from 'better-sqlite3'
import { configure } from './connection.ts'

/** What could be read of one table. */
export interface Readable {
  rows: Record<string, unknown>[]
  /** Rows known to be there that could not be read, or null where there are some and nothing says how many. */
  unread: number | null
}

const pageSize = 100

/**
 * Opens a copy of a file that may be damaged or hostile. Where it was cut off or its schema cannot be parsed, SQLite is
 * told to go on with what there is; that needs its defences down, and nothing is ever written.
 */
export function openDamaged(path: string): { db: Database.Database; isSchemaBroken: boolean } {
  const db = new Database(path, { fileMustExist: true })
  try {
    const look = () => {
      configure(db)
      db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get()
    }
    let isSchemaBroken = false
    try {
      look()
    } catch (error) {
      const { code } = error as { code?: string }
      if (code !== 'SQLITE_CORRUPT' && code !== 'SQLITE_ERROR') throw error
      isSchemaBroken = true
      db.unsafeMode(true)
      db.pragma('writable_schema = ON')
      look()
    }
    db.pragma('query_only = ON')
    return { db, isSchemaBroken }
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Reads those of the columns that a table has. Only a real table counts: a view or a virtual table of that name would run what
 * a stranger wrote, and so would a generated column. A damaged page stops SQLite, so the table is read from its beginning up to
 * the damage, and from its end down to it. What lies between two damages is looked up row by row, by the keys that the table's
 * indexes hold and by `hints`: keys that other tables mention.
 */
export function readDamaged(
  db: Database.Database,
  table: string,
  wanted: readonly string[],
  hints: Iterable<Key> = [],
): Readable {
  // From either end: the schema may be damaged in the middle too.
  const isTable = ['ASC', 'DESC'].some((order) =>
    attempt(() => {
      const which = `type = 'table' AND name = ? AND rootpage > 0 ORDER BY rowid ${order} LIMIT 1`
      return db.prepare(`SELECT 1 FROM sqlite_schema WHERE ${which}`).get(table)
    }),
  )
  if (!isTable) return { rows: [], unread: null }
  const columns = attempt(() => ownColumns(db, table, wanted)) ?? []
  const key = attempt(() => keyOf(db, table))
  if (columns.length === 0 || !key) return { rows: [], unread: null }

  const select = `SELECT ${key} AS "the key", ${columns.map((name) => `"${name}"`).join(', ')} FROM "${table}"`
  const found = new Map<Key, Record<string, unknown>>()

  /** Reads on, or down, until the end or damage. Answers whether damage stopped it. */
  const walk = (way: '>' | '<'): boolean => {
    let last: Key | null = null
    for (let size = pageSize; ; ) {
      const where: string = last === null ? '' : `WHERE ${key} ${way} ?`
      const text: string = `${select} ${where} ORDER BY ${key} ${way === '>' ? 'ASC' : 'DESC'} LIMIT ${size}`
      const rows: Row[] | undefined = attempt(
        () => db.prepare(text).all(last === null ? [] : [last]) as Row[],
      )
      if (!rows && size > 1) {
        size = 1
        continue
      }
      if (!rows) return true
      for (const { 'the key': next, ...row } of rows) {
        // Keys that do not go on in order come from pages that point to each other in a ring.
        if (!isKey(next) || (last !== null && !isBeyond(way, next, last))) return true
        found.set(next, row)
        last = next
      }
      if (rows.length < size) return false
    }
  }

  if (!walk('>')) return { rows: [...found.values()], unread: 0 }
  walk('<')
  const indexed = indexedKeys(db, table, key)
  for (const wantedKey of [...indexed.keys, ...hints]) {
    if (found.has(wantedKey)) continue
    const row = attempt(() => db.prepare(`${select} WHERE ${key} = ?`).get(wantedKey) as Row | undefined)
    if (!row) continue
    const { 'the key': _, ...rest } = row
    found.set(wantedKey, rest)
  }
  const unread = [...indexed.keys].filter((one) => !found.has(one)).length
  return { rows: [...found.values()], unread: indexed.isWhole ? unread : null }
}

export type Key = string | number
type Row = Record<string, unknown> & { 'the key': unknown }
const isKey = (value: unknown): value is Key => typeof value === 'string' || typeof value === 'number'
/** SQLite compares texts by their bytes; the keys worth keeping are ASCII, where that is the order of JavaScript too. */
const isBeyond = (way: '>' | '<', one: Key, other: Key) =>
  typeof one === typeof other && (way === '>' ? one > other : one < other)

function ownColumns(db: Database.Database, table: string, wanted: readonly string[]): string[] {
  const all = db.prepare('SELECT name, hidden FROM pragma_table_xinfo(?)').all(table) as {
    name: string
    hidden: number
  }[]
  return wanted.filter((name) => all.some((column) => column.name === name && column.hidden === 0))
}

/** What the table is stored by: reading in that order needs no index, which may be damaged too. */
function keyOf(db: Database.Database, table: string): string | undefined {
  const list = db.prepare("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'").get(table)
  if ((list as { wr: number } | undefined)?.wr !== 1) {
    // Whichever name no column has: our own table of changes has a column rowId.
    const columns = db.prepare('SELECT lower(name) FROM pragma_table_info(?)').pluck().all(table)
    return ['_rowid_', 'oid', 'rowid'].find((name) => !columns.includes(name))
  }
  const keys = db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0').pluck().all(table) as string[]
  return keys.length === 1 ? `"${String(keys[0]).replaceAll('"', '""')}"` : undefined
}

/** The keys that the table's indexes hold, each up to its own first damage; and whether one of them could be read whole. */
function indexedKeys(
  db: Database.Database,
  table: string,
  key: string,
): { keys: Set<Key>; isWhole: boolean } {
  const keys = new Set<Key>()
  let isWhole = false
  const names = attempt(
    () =>
      db
        .prepare("SELECT name FROM pragma_index_list(?) WHERE partial = 0 AND origin <> 'pk'")
        .pluck()
        .all(table) as string[],
  )
  for (const name of names ?? []) {
    const isRead = attempt(() => {
      const statement = db.prepare(`SELECT ${key} FROM "${table}" INDEXED BY "${name.replaceAll('"', '""')}"`)
      for (const one of statement.pluck().iterate()) if (isKey(one)) keys.add(one)
      return true
    })
    isWhole ||= isRead === true
  }
  return { keys, isWhole }
}

export function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Database.SqliteError) return undefined
    throw error
  }
}
