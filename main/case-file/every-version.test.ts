import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fillCase, harbour, persian } from '../../e2e/fixtures/fill-case.ts'
import type { TroubleError } from '../trouble.ts'
import { allArticles, readContent } from './articles.ts'
import { proveTexts } from './damage.ts'
import { listSteps } from './history.ts'
import { allNotes } from './notes.ts'
import { openCase } from './open-case.ts'
import { proven } from './proven-copy.ts'
import { schemaVersion } from './schema.ts'
import { tableNames } from './tables.ts'

/*
 * One case file of every schema version is kept as the Ligature of its time made it: from fillCase, in e2e/fixtures/. With a new
 * migration, run this file once with LIGATURE_MAKE_FIXTURE=1 and commit what it makes.
 */
const fixture = (version: number) => join('e2e/fixtures', `case-v${version}.ligature`)
const versions = Array.from({ length: schemaVersion }, (_, index) => index + 1)

beforeAll(() => {
  if (process.env.LIGATURE_MAKE_FIXTURE !== '1' || existsSync(fixture(schemaVersion))) return
  const one = openCase(fixture(schemaVersion), { create: true })
  fillCase(one)
  one.close()
})

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-versions-'))
  path = join(folder, 'Lume.ligature')
})
afterEach(() => rmSync(folder, { recursive: true }))

const keptName = (version: number) => `Lume (before update ${version} to ${schemaVersion}).ligature`

describe.each(versions)('a case of schema version %i', (version) => {
  beforeEach(() => copyFileSync(fixture(version), path))

  test('opens with all that was in it', () => {
    const one = openCase(path)
    expect(allArticles(one.read).map(({ title, direction }) => [title, direction])).toEqual([
      ['Two days without a harbour', 'ltr'],
      ['بندر لومه', 'rtl'],
    ])
    expect(allArticles(one.read).map(({ id }) => readContent(one.read, id).text.split('\n\n'))).toEqual([
      harbour,
      persian,
    ])
    expect(allNotes(one.read).map(({ body }) => body.slice(0, 11))).toEqual([
      'Which **Fri',
      'Who speaks ',
      'She is the ',
      'ترجمه؟ A tr',
      '# Open ques',
    ])
    const counts = tableNames.flatMap((table) => {
      const { length } = one.read.all({ text: `SELECT 1 FROM ${table}`, values: [] })
      return length > 0 ? [[table, length]] : []
    })
    expect(Object.fromEntries(counts)).toEqual({
      ...{ article: 2, entity: 2, tag: 2, annotation: 7, tagging: 2, relation: 1, evidence: 2, note: 5 },
    })
    expect([...proveTexts(one.read)].filter((damage) => damage !== null)).toEqual([])
    one.close()
  })

  test('is undone to its very beginning and redone to its end, row for row', () => {
    const one = openCase(path)
    const dump = () =>
      tableNames.map((table) => one.read.all({ text: `SELECT * FROM ${table} ORDER BY id`, values: [] }))
    const travel = (way: 'undo' | 'redo') => {
      let steps = 0
      while (one.travel(way)) steps++
      return steps
    }
    const { steps, present } = listSteps(one.read, { before: null, words: '' })
    const undone = steps.filter((step) => step.id > present).length
    expect(undone).toBe(3)
    const asFound = dump()
    expect(travel('undo')).toBe(steps.length - undone)
    expect(dump().flat()).toEqual([])
    expect(travel('redo')).toBe(steps.length)
    expect(dump().flat()).toHaveLength(asFound.flat().length + 6)
    for (let count = 0; count < undone; count++) one.travel('undo')
    expect(dump()).toEqual(asFound)
    one.close()
  })

  test('opens once more without a word, and with a copy beside it only where it was older', () => {
    const before = proven(path)
    const isOlder = version < schemaVersion
    const first = openCase(path)
    expect(first.notices).toEqual(isOlder ? [expect.stringContaining(keptName(version))] : [])
    first.close()
    const again = openCase(path)
    expect(again.notices).toEqual([])
    again.close()
    expect(readdirSync(folder)).toHaveLength(isOlder ? 2 : 1)
    if (!isOlder) return
    const kept = join(folder, keptName(version))
    expect(proven(kept)).toEqual(before)
    const db = new Database(kept)
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    db.close()
  })
})

test('an older case whose contents do not fit together is not updated, and keeps every byte', () => {
  copyFileSync(fixture(1), path)
  const db = new Database(path)
  db.exec("PRAGMA foreign_keys = OFF; INSERT INTO tagging VALUES ('a', 'no annotation', 'no tag')")
  db.close()
  const before = readFileSync(path)
  let code = ''
  try {
    openCase(path).close()
  } catch (error) {
    code = (error as TroubleError).trouble.code
  }
  expect(code).toBe('update-failed')
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['Lume.ligature'])
})

test('the copies kept before updates never take each other’s place', () => {
  for (let count = 0; count < 2; count++) {
    copyFileSync(fixture(1), path)
    openCase(path).close()
  }
  expect(readdirSync(folder).sort()).toEqual([keptName(1).replace(')', ') 2'), keptName(1), 'Lume.ligature'])
})
