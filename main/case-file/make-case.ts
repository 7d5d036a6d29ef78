import Database from 'better-sqlite3'
import { configure } from './connection.ts'
import { replaceWith } from './files.ts'
import { handle } from './handle.ts'
import { newId } from './id.ts'
import { addRevision } from './revisions.ts'
import { migrate } from './schema.ts'

/** Makes an empty case in the place of `path`: a start that is cut off half-way leaves no half of a case. */
export function makeCase(path: string): void {
  replaceWith(path, (beside) => {
    const db = new Database(beside)
    try {
      configure(db)
      db.pragma('journal_mode = DELETE')
      migrate(db, 0)
      db.prepare('INSERT INTO about (one, id, createdAt) VALUES (1, ?, ?)').run(
        newId(),
        new Date().toISOString(),
      )
      addRevision(handle(db))
    } finally {
      db.close()
    }
  })
}
