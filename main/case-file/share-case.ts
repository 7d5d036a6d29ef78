import Database from 'better-sqlite3'
import type { AnyRow } from '../../preload/contract/patch.ts'
import { TroubleError } from '../trouble.ts'
import { configure } from './connection.ts'
import { proveTexts } from './damage.ts'
import { digestOf, isSame } from './digest.ts'
import { replaceWith } from './files.ts'
import { handle, type ReadCase, type WriteCase } from './handle.ts'
import { makeCase } from './make-case.ts'
import { sql } from './sql.ts'
import { tableNames, tables } from './tables.ts'

const pageSize = 200

/**
 * Puts a copy without history in the place of `path`: a new case, with an id of its own, into which only what is there now is
 * written. So what was deleted was never in any byte of it; a copy from which it were deleted would have held it for a time.
 * Throws where it could not be written or does not hold the same. Blocks for about 3 s for 100 MB.
 */
export function shareCase(source: ReadCase, path: string): void {
  replaceWith(path, (beside) => {
    makeCase(beside)
    const db = new Database(beside, { fileMustExist: true })
    try {
      configure(db)
      const target = handle(db)
      db.transaction(() => {
        // A row may lead to one of its own table that comes after it.
        db.pragma('defer_foreign_keys = ON')
        copyRows(source, target)
      })()
      const damaged = [...proveTexts(target)].filter((damage) => damage !== null)
      if (damaged.length > 0)
        throw new TroubleError(
          'words-damaged',
          `No copy to share was made: ${damaged.map(({ name }) => name).join(', ')} cannot be read as it was written.`,
          'Remove or rewrite what is damaged, or take it from a backup.',
        )
      if (!isSame(digestOf(source, tableNames), digestOf(target, tableNames)))
        throw new Error('The copy does not hold what the case does.')
    } finally {
      db.close()
    }
  })
}

function copyRows(source: ReadCase, target: WriteCase): void {
  for (const { id } of source.all<{ id: string }>(sql`SELECT DISTINCT contentId AS id FROM article`))
    for (const { text, blocks } of source.all<{ text: string; blocks: string }>(
      sql`SELECT text, blocks FROM content WHERE id = ${id}`,
    ))
      target.run(sql`INSERT INTO content (id, text, blocks) VALUES (${id}, ${text}, ${blocks})`)
  for (const table of tableNames) {
    const columns = tables[table] as readonly string[]
    const names = columns.map((column) => `"${column}"`).join(', ')
    const insert = `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`
    for (let last: string | undefined = ''; last !== undefined; ) {
      const rows: AnyRow[] = source.all({
        text: `SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ${pageSize}`,
        values: [last],
      })
      for (const row of rows)
        target.run({
          text: insert,
          values: columns.map((column) => (row as unknown as Record<string, unknown>)[column]),
        })
      last = rows.at(-1)?.id
    }
  }
}
