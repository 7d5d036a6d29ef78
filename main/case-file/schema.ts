import Database from 'better-sqlite3'
import first from './migrations/001-first.sql?raw'
import proof from './migrations/002-proof.sql?raw'
import lookups from './migrations/003-lookups.sql?raw'
import deskAndBoard from './migrations/004-desk-and-board.sql?raw'
import { sha256 } from './sha256.ts'

/** "LIGA": tells a case file from any other SQLite file (https://sqlite.org/fileformat2.html#application_id). */
export const applicationId = 0x4c494741

/** In order, each applied once. `user_version` counts those a file has had. */
const migrations = [first, proof, lookups, deskAndBoard]
export const schemaVersion = migrations.length

/** What migrations may call beside SQLite's own functions; never to be named in the schema itself. */
function addFunctions(db: Database.Database): void {
  db.function('sha256', { deterministic: true, directOnly: true }, (text) => sha256(String(text)))
}

/** Brings the file to the present schema in one transaction; a failure leaves it as it was. */
export function migrate(db: Database.Database, from: number): void {
  addFunctions(db)
  db.transaction(() => {
    for (const migration of migrations.slice(from)) db.exec(migration)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${schemaVersion}`)
    const broken = db.pragma('foreign_key_check') as unknown[]
    const integrity = db.pragma('integrity_check', { simple: true })
    if (broken.length > 0 || integrity !== 'ok')
      throw new Error(`Migration left the case broken: ${integrity}`)
  }).immediate()
}

/** All that a file's schema holds, to the letter: its SQL, in the order of its names. SQLite's own tables do not count. */
export function shape(db: Database.Database): string {
  const rows = db
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND NOT (type = 'table' AND name GLOB 'sqlite_*') ORDER BY name",
    )
    .all() as { sql: string }[]
  return rows.map((row) => row.sql).join(';\n')
}

const shapes = new Map<number, string>()

/** The shape of a case of that version. */
export function shapeAt(version: number): string {
  let known = shapes.get(version)
  if (known === undefined) {
    const fresh = new Database(':memory:')
    addFunctions(fresh)
    for (const migration of migrations.slice(0, version)) fresh.exec(migration)
    known = shape(fresh)
    fresh.close()
    shapes.set(version, known)
  }
  return known
}
