import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allArticles, insertArticle, readContent } from './articles.ts'
import { proveTexts } from './damage.ts'
import { insertNote } from './notes.ts'
import { openCase } from './open-case.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-damage-'))
  path = join(folder, 'Kerman.ligature')
})
afterEach(() => rmSync(folder, { recursive: true }))

const words = 'Two bombs went off among the mourners. '.repeat(60)
const note = 'The wire had it first, and the ministry denied it. '.repeat(60)

function makeOne(): void {
  const one = openCase(path, { create: true })
  const known = { byline: '', publisher: '', publishedOn: '', source: '', language: 'en' }
  one.step((db) => {
    const article = { title: 'A briefing', direction: 'ltr' as const, ...known }
    insertArticle(db, article, { text: words, blocks: [{ kind: 'paragraph', start: 0, end: words.length }] })
    insertNote(db, {}, note)
    return { label: 'Add', value: undefined }
  })
  one.close()
}

const found = () => {
  const one = openCase(path)
  const damages = [...proveTexts(one.read)].filter((damage) => damage !== null)
  one.close()
  return damages
}

test('texts that are as they were written are found whole', () => {
  makeOne()
  expect(found()).toEqual([])
})

test('one flipped bit anywhere in a text is found and named, also where SQLite calls the file whole', () => {
  makeOne()
  const good = readFileSync(path)
  for (const [text, table, name] of [
    [words, 'content', '“A briefing”'],
    [note, 'note', 'the note of '],
  ] as const) {
    // The text is longer than a page, so it lies in pieces; the first of them is found by its beginning.
    const at = good.indexOf(text.slice(0, 200))
    expect(at).toBeGreaterThan(0)
    for (let byte = 0; byte < 200; byte += 9) {
      const flipped = Buffer.from(good)
      flipped[at + byte] = (flipped[at + byte] ?? 0) ^ 1
      writeFileSync(path, flipped)
      const db = new Database(path, { readonly: true })
      expect(db.pragma('quick_check', { simple: true })).toBe('ok')
      db.close()
      expect(found()).toEqual([expect.objectContaining({ table, name: expect.stringContaining(name) })])
    }
    writeFileSync(path, good)
  }
})

test('with one flipped bit in every text, each is found, each is named, and no article shows words that nobody wrote', () => {
  const sentences = (what: string) =>
    Array.from({ length: 400 }, (_, n) => `Sentence ${n} of ${what} stands. `).join('')
  const names = Array.from({ length: 24 }, (_, n) => `article ${n + 1}`)
  let one = openCase(path, { create: true })
  const known = { byline: '', publisher: '', publishedOn: '', source: '', language: 'en' }
  for (const title of names)
    one.step((db) => {
      insertArticle(db, { title, direction: 'ltr', ...known }, { text: sentences(title), blocks: [] })
      insertNote(db, {}, sentences(`note on ${title}`))
      return { label: 'Add', value: undefined }
    })
  one.close()

  const bytes = readFileSync(path)
  const flip = (sentence: string) => {
    // The words of a note stand in its row and in the history.
    for (let at = bytes.indexOf(sentence); at >= 0; at = bytes.indexOf(sentence, at + 1))
      bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 4
  }
  for (const [index, title] of names.entries()) {
    // Anywhere in the text, but not where it goes on in another page.
    const whole = (what: string) =>
      Array.from({ length: 400 }, (_, n) => `Sentence ${(n + index * 17) % 400} of ${what} stands. `).find(
        (sentence) => bytes.includes(sentence),
      ) ?? ''
    flip(whole(title))
    flip(whole(`note on ${title}`))
  }
  writeFileSync(path, bytes)

  const all = found()
  expect(all.filter(({ table }) => table === 'content').map(({ name }) => name)).toEqual(
    expect.arrayContaining(names.map((title) => `“${title}”`)),
  )
  expect(all.filter(({ table }) => table === 'note')).toHaveLength(names.length)
  one = openCase(path)
  for (const { id, title } of allArticles(one.read))
    expect(() => readContent(one.read, id)).toThrow(`The words of “${title}” are damaged`)
  one.close()
})
