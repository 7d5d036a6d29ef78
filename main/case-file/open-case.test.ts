import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TroubleError } from '../trouble.ts'
import { insertEntity } from './entities.ts'
import { type OpenCase, openCase } from './open-case.ts'
import { readPage } from './rows.ts'
import { applicationId, schemaVersion } from './schema.ts'
import { insertTag } from './tags.ts'

let folder = ''
let path = ''
const open: OpenCase[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-case-'))
  path = join(folder, 'Kerman.ligature')
})
afterEach(() => {
  for (const one of open.splice(0)) one.close()
  rmSync(folder, { recursive: true })
})

function opened(at = path, how = {}): OpenCase {
  const one = openCase(at, how)
  open.push(one)
  return one
}
/** Makes a case at `path`, closed again. */
function made(): void {
  const one = openCase(path, { create: true })
  one.step((db) => ({ label: 'Add', value: insertEntity(db, { name: 'ISIS-K', type: 'group', x: 1, y: 2 }) }))
  one.close()
}
/** Works on the file as a stranger would, with plain SQLite. */
function meddle(statements: string, at = path): void {
  const db = new Database(at)
  db.exec(statements)
  db.close()
}
const rowsOf = (one: OpenCase) => readPage(one.read, null).rows

describe('a case', () => {
  test('is there again with all in it after it was closed', () => {
    const first = openCase(path, { create: true })
    first.step((db) => ({
      label: 'Add',
      value: [
        insertEntity(db, { name: 'Kerman', type: 'place', x: -3.25, y: 9 }),
        insertTag(db, 'Naïve 🏳️‍🌈'),
      ],
    }))
    const before = { rows: rowsOf(first), info: first.info() }
    first.close()
    const again = opened()
    expect(before.rows).toHaveLength(2)
    expect({ rows: rowsOf(again), info: again.info() }).toEqual(before)
    expect(again.info()).toMatchObject({
      name: 'Kerman',
      fileName: 'Kerman.ligature',
      revision: 1,
      undo: 'Add',
    })
  })

  test('is not made where none was asked for', () => {
    expect(refusal(path)).toBe('case-unreachable')
    expect(refusal(join(folder, 'missing', 'a.ligature'), { create: true })).toBe('case-unreachable')
    expect(readdirSync(folder)).toEqual([])
  })

  test('writes through to the disk, holds its references, and trusts no stranger’s program', () => {
    const { read } = opened(path, { create: true })
    const pragma = (name: string) => Object.values(read.one({ text: `PRAGMA ${name}`, values: [] }) ?? {})[0]
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('journal_mode')).toBe('delete')
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('locking_mode')).toBe('exclusive')
    expect(pragma('trusted_schema')).toBe(0)
    expect(pragma('application_id')).toBe(applicationId)
    expect(pragma('user_version')).toBe(schemaVersion)
  })

  test('is one file after every step, and that file alone is the whole case', () => {
    const one = opened(path, { create: true })
    const changes: (() => unknown)[] = [
      () => one.step((db) => ({ label: 'Add', value: insertTag(db, 'claim') })),
      () => one.travel('undo'),
      () => one.travel('redo'),
    ]
    for (const [index, change] of changes.entries()) {
      change()
      const bytes = readFileSync(path)
      // While a case is open SQLite keeps the journal's file, with a header of zeros: nothing in it is played back.
      expect(readFileSync(`${path}-journal`).subarray(0, 28)).toEqual(Buffer.alloc(28))
      const taken = join(folder, 'taken.ligature')
      writeFileSync(taken, bytes)
      const copy = openCase(taken)
      expect(rowsOf(copy)).toHaveLength(index === 1 ? 0 : 1)
      copy.close()
      rmSync(taken)
    }
    open.pop()?.close()
    expect(readdirSync(folder)).toEqual(['Kerman.ligature'])
  })

  test('is as before when a step fails half way', () => {
    made()
    const one = opened()
    const before = { rows: rowsOf(one), info: one.info() }
    const failing = () =>
      one.step((db) => {
        insertTag(db, 'half')
        throw new RangeError('half way')
      })
    expect(failing).toThrow(RangeError)
    expect({ rows: rowsOf(one), info: one.info() }).toEqual(before)
  })

  test('can be copied while it is open, history and all, and both go on apart', () => {
    made()
    const one = opened()
    const target = join(folder, 'Copy.ligature')
    one.copyTo(target)
    one.step((db) => ({ label: 'Later', value: insertTag(db, 'later') }))
    const copy = opened(target)
    expect(rowsOf(copy).map(({ table }) => table)).toEqual(['entity'])
    expect(copy.info()).toMatchObject({ id: one.info().id, undo: 'Add', name: 'Copy' })
    expect(copy.travel('undo')?.changes).toHaveLength(1)
    expect(rowsOf(copy)).toEqual([])
    expect(rowsOf(one)).toHaveLength(2)
    for (const each of open.splice(0)) each.close()
    expect(readdirSync(folder).sort()).toEqual(['Copy.ligature', 'Kerman.ligature'])
  })
})

function refusal(at = path, how = {}): string {
  try {
    openCase(at, how).close()
  } catch (error) {
    return (error as TroubleError).trouble?.code ?? String(error)
  }
  return 'opened'
}

describe('a file that is no case is refused, and keeps every byte:', () => {
  const files: [what: string, code: string, make: () => void][] = [
    ['an empty file', 'case-empty', () => writeFileSync(path, '')],
    ['a text', 'not-a-case', () => writeFileSync(path, 'Once upon a time. '.repeat(500))],
    ['a short text', 'not-a-case', () => writeFileSync(path, 'Once')],
    ['another program’s database', 'not-a-case', () => meddle('CREATE TABLE moz_places (url TEXT)')],
    [
      'another program’s database in WAL mode',
      'not-a-case',
      () => meddle('PRAGMA journal_mode = WAL; CREATE TABLE moz_places (url TEXT)'),
    ],
    ['a case of a newer Ligature', 'case-newer', () => [made(), meddle('PRAGMA user_version = 99')]],
    [
      'a newer Ligature’s case in WAL mode',
      'case-newer',
      () => [made(), meddle('PRAGMA user_version = 99; PRAGMA journal_mode = WAL')],
    ],
    ['a case with one more table', 'case-foreign', () => [made(), meddle('CREATE TABLE extra (a)')]],
    [
      'a case with a trigger',
      'case-foreign',
      () => [made(), meddle('CREATE TRIGGER evil AFTER INSERT ON tag BEGIN DELETE FROM note; END')],
    ],
    [
      'a case with a trigger whose name looks like one of SQLite’s own',
      'case-foreign',
      () => [made(), meddle('CREATE TRIGGER sqlitexevil AFTER INSERT ON tag BEGIN DELETE FROM note; END')],
    ],
    ['a case with a view', 'case-foreign', () => [made(), meddle('CREATE VIEW v AS SELECT * FROM note')]],
    ['a case that lacks an index', 'case-foreign', () => [made(), meddle('DROP INDEX change_step')]],
    [
      'a database that only claims to be a case',
      'case-foreign',
      () => meddle(`PRAGMA application_id = ${applicationId}; CREATE TABLE mine (a)`),
    ],
    [
      'a case cut off half way',
      'case-damaged',
      () => [made(), writeFileSync(path, readFileSync(path).subarray(0, 10_000))],
    ],
  ]
  test.each(files)('%s (%s)', (_what, code, make) => {
    make()
    const before = readFileSync(path)
    expect(refusal()).toBe(code)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['Kerman.ligature'])
  })
})

describe('a case that is open somewhere', () => {
  const outside = (script: string) => [
    '-e',
    `const db = require('better-sqlite3')(process.argv[1], { timeout: 50 }); ${script}`,
    path,
  ]

  test('is not opened a second time by the same program', () => {
    opened(path, { create: true })
    expect(refusal()).toBe('case-busy')
  })

  test('can neither be read nor written by another program, until it is closed', () => {
    const one = openCase(path, { create: true })
    const peek = () =>
      spawnSync(
        process.execPath,
        outside("console.log(db.prepare('SELECT count(*) n FROM about').get().n)"),
        {
          cwd: import.meta.dirname,
          encoding: 'utf8',
        },
      )
    expect(peek().stderr).toContain('SQLITE_BUSY')
    one.close()
    expect(peek().stdout).toBe('1\n')
  })

  test('is said to be busy while another program holds it, and opens once that one is gone', async () => {
    made()
    const other = spawn(
      process.execPath,
      outside("db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000)"),
      { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(other.stdout, 'data')
    expect(refusal()).toBe('case-busy')
    other.kill()
    await once(other, 'exit')
    expect(rowsOf(opened())).toHaveLength(1)
  })
})
