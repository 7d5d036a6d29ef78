import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { configure } from '../../main/case-file/connection.ts'
import { openCase } from '../../main/case-file/open-case.ts'
import { readHere } from '../../main/import/read-here.ts'
import type { Desk } from '../../main/workbench/desk.ts'
import { followSearch } from '../../main/workbench/search-case.ts'
import type { Patch } from '../../preload/contract/patch.ts'
import { filledCase, folder } from './fill.ts'

export const sizes = [1_000, 10_000, 100_000]

/** A copy of the filled case of that size, to be changed at will. */
export function copyOfCase(annotations: number, name: string): string {
  const path = join(folder, `${name}.ligature`)
  copyFileSync(filledCase(annotations), path)
  return path
}

export function emptyCase(): string {
  const path = join(folder, 'empty.ligature')
  rmSync(path, { force: true })
  openCase(path, { create: true }).close()
  return path
}

/** A desk with a case on it and nobody before it. Where the case was searched once, the full text follows each step. */
export function deskWith(path: string): Desk {
  const one = openCase(path)
  const tell = (name: string, value: unknown) => {
    if (name === 'patch') followSearch(one, value as Patch)
  }
  return { case: one, tell, startReader: readHere } as unknown as Desk
}

/** The least that keeping a thing can cost: one row into one table, with the pragmas of a case file. */
export function bareInsert(): { insert: () => void; close: () => void } {
  const path = join(folder, 'bare.db')
  rmSync(path, { force: true })
  const db = new Database(path)
  configure(db)
  db.pragma('journal_mode = DELETE')
  db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO row (words) VALUES (?)')
  return { insert: () => void insert.run('x'.repeat(100)), close: () => db.close() }
}
