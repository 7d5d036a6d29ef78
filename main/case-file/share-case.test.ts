import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleted, fillCase } from '../../e2e/fixtures/fill-case.ts'
import { allArticles, readContent } from './articles.ts'
import { digestOf } from './digest.ts'
import { listSteps } from './history.ts'
import { type OpenCase, openCase } from './open-case.ts'
import { proven } from './proven-copy.ts'
import { tableNames } from './tables.ts'
import { insertTag } from './tags.ts'

let folder = ''
let one: OpenCase
let shared = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-share-'))
  shared = join(folder, 'Lume to share.ligature')
  one = openCase(join(folder, 'Lume.ligature'), { create: true })
  fillCase(one)
})
afterEach(() => {
  one.close()
  rmSync(folder, { recursive: true })
})

/** SQLite keeps texts as UTF-8; UTF-16 is searched for in case something else wrote. */
const holds = (path: string, word: string) => {
  const bytes = readFileSync(path)
  return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))
}

test('no byte of a copy to share holds what was deleted, changed, removed or undone', () => {
  one.shareTo(shared)
  one.close()
  for (const word of Object.values(deleted)) {
    expect(holds(one.path, word)).toBe(true)
    expect(holds(shared, word)).toBe(false)
  }
  one = openCase(one.path)
})

test('what is not deleted is all in it, and it is a case of its own that can be worked on', () => {
  one.shareTo(shared)
  proven(shared)
  const copy = openCase(shared)
  expect(digestOf(copy.read, tableNames)).toEqual(digestOf(one.read, tableNames))
  for (const { id } of allArticles(one.read))
    expect(readContent(copy.read, id)).toEqual(readContent(one.read, id))
  expect(listSteps(copy.read, { before: null, words: '' }).steps).toEqual([])
  expect(copy.info()).toMatchObject({ revision: 0, undo: null, redo: null })
  expect(copy.info().id).not.toBe(one.info().id)
  copy.step((db) => ({ label: 'Tag', value: insertTag(db, 'theirs') }))
  expect(copy.travel('undo')?.label).toBe('Tag')
  copy.close()
})

test('a copy that cannot be written leaves the file that was there, and nothing half-written', () => {
  writeFileSync(shared, 'what was there')
  // Words that no longer are what was written are nothing to hand on.
  one.read.one({
    text: 'UPDATE content SET text = replace(text, ?, ?) RETURNING id',
    values: ['harbour', 'arbour'],
  })
  expect(() => one.shareTo(shared)).toThrow('“Two days without a harbour” cannot be read as it was written')
  expect(readFileSync(shared, 'utf8')).toBe('what was there')
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
})
