import Database from 'better-sqlite3'
import { digestOf } from './digest.ts'
import type { WriteCase } from './handle.ts'
import { replay } from './history.ts'
import type { Everything } from './read-all.ts'
import type { Content } from './rescue-words.ts'
import { complete, isSound, type Row } from './sound-row.ts'
import { sql } from './sql.ts'
import { tableNames } from './tables.ts'

/**
 * Carries the history of a file in which all else was found whole. It is proven by undoing and redoing all of it; answers
 * false, and carries nothing, where that does not come out as it was.
 */
export async function carryHistory(
  read: Everything,
  isWhole: boolean,
  contents: Map<string, Content>,
  target: WriteCase,
  db: Database.Database,
): Promise<boolean> {
  const { steps, changes } = read
  if (!isWhole || read.integrity !== 'ok' || steps.unread !== 0 || changes.unread !== 0) return false
  db.exec('SAVEPOINT history')
  try {
    // Words of articles that were removed or undone: redo and undo ask for them.
    for (const [id, { text, blocks, isDamaged }] of contents)
      if (!isDamaged)
        target.run(
          sql`INSERT INTO content (id, text, blocks) VALUES (${id}, ${text}, ${blocks}) ON CONFLICT DO NOTHING`,
        )
    for (const { id, label, at, undone } of steps.rows)
      target.run(sql`INSERT INTO step (id, label, at, undone) VALUES (${id}, ${label}, ${at}, ${undone})`)
    for (const { id, stepId, tableName, rowId, before, after } of changes.rows) {
      const [was, is] = [wholeRow(tableName, before), wholeRow(tableName, after)]
      target.run(sql`INSERT INTO change (id, stepId, tableName, rowId, before, after)
        VALUES (${id}, ${stepId}, ${tableName}, ${rowId}, ${was}, ${is})`)
    }
    await proveHistory(target, db)
    db.exec('RELEASE history')
    return true
  } catch (error) {
    if (!(error instanceof Database.SqliteError) && !(error instanceof Unsound)) throw error
    db.exec('ROLLBACK TO history; RELEASE history')
    return false
  }
}

class Unsound extends Error {}

/** A row of the past as today's tables have it, again as JSON. */
function wholeRow(tableName: unknown, json: unknown): string | null {
  const table = tableNames.find((name) => name === tableName)
  if (!table) throw new Unsound()
  if (json === null) return null
  let row: Row | null
  try {
    row = JSON.parse(String(json))
  } catch {
    throw new Unsound()
  }
  const whole = row && typeof row === 'object' ? complete(table, row) : null
  if (!whole || !isSound(table, whole)) throw new Unsound()
  return whole === row ? String(json) : JSON.stringify(whole)
}

/**
 * Redoes what can be redone, undoes all to the empty case, and comes back to where it stood. The steps are listed once: to ask
 * for the next one each time costs the square of their number.
 */
async function proveHistory(target: WriteCase, db: Database.Database): Promise<void> {
  const before = digestOf(target).sha256
  const idsOf = (steps: { id: number }[]) => steps.map(({ id }) => id)
  const all = idsOf(target.all(sql`SELECT id FROM step ORDER BY id`))
  const undone = idsOf(target.all(sql`SELECT id FROM step WHERE undone = 1 ORDER BY id`))
  db.pragma('defer_foreign_keys = ON')
  const travel = async (way: 'undo' | 'redo', ids: number[]) => {
    for (const [count, id] of ids.entries()) {
      replay(target, id, way)
      if (count % 200 === 199) await new Promise(setImmediate)
    }
  }
  await travel('redo', undone)
  await travel('undo', all.toReversed())
  const isEmpty = tableNames.every((table) => !target.one({ text: `SELECT 1 FROM ${table}`, values: [] }))
  await travel('redo', all)
  await travel('undo', undone.toReversed())
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (!isEmpty || broken.length > 0 || digestOf(target).sha256 !== before) throw new Unsound()
}
