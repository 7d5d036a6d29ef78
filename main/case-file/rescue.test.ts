import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fillCase, harbour } from '../../e2e/fixtures/fill-case.ts'
import type { TableName } from '../../preload/contract/patch.ts'
import type { TroubleError } from '../trouble.ts'
import { insertAnnotation } from './annotations.ts'
import { allArticles, readContent } from './articles.ts'
import { digestOf } from './digest.ts'
import { allNotes, insertNote } from './notes.ts'
import { openCase } from './open-case.ts'
import { type Rescue, rescue } from './rescue.ts'
import { tableNames } from './tables.ts'

// Whole cases are written, read and compared; a busy machine takes its time.
vi.setConfig({ testTimeout: 20_000 })

let filled = ''
beforeAll(() => {
  filled = join(mkdtempSync(join(tmpdir(), 'ligature-filled-')), 'Lume.ligature')
  const one = openCase(filled, { create: true })
  fillCase(one)
  // Enough passages to fill many pages, so that a damage takes some and not all.
  const [article] = allArticles(one.read)
  const articleId = String(article?.id)
  one.step((db) => {
    for (let start = 0; start < 700; start++) {
      const at = { start: start % 90, end: (start % 90) + 8 }
      const quote = harbour.join('\n\n').slice(at.start, at.end)
      const { id } = insertAnnotation(db, { articleId, ...at, quote, prefix: '', suffix: '' })
      if (start % 10 === 0) insertNote(db, { annotationId: id }, `Note ${start}`)
    }
    return { label: 'Mark', value: undefined }
  })
  one.close()
})
afterAll(() => rmSync(dirname(filled), { recursive: true }))

let folder = ''
let path = ''
let target = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-rescue-'))
  path = join(folder, 'Lume.ligature')
  target = join(folder, 'Lume (rescued).ligature')
  copyFileSync(filled, path)
})
afterEach(() => rmSync(folder, { recursive: true }))

const totals = {
  ...(Object.fromEntries(tableNames.map((table) => [table, 0])) as Record<TableName, number>),
  article: 2,
  entity: 2,
  tag: 2,
  annotation: 707,
  tagging: 2,
  relation: 1,
  evidence: 2,
  note: 75,
}

/** Works on the file as a stranger would. */
function meddle(statements: string): void {
  const db = new Database(path)
  db.unsafeMode()
  db.pragma('foreign_keys = OFF')
  db.exec(statements)
  db.close()
}
function zero(pages: number[]): void {
  const bytes = readFileSync(path)
  for (const page of pages) bytes.fill(0, (page - 1) * 4096, page * 4096)
  writeFileSync(path, bytes)
}
/** Pages that hold a word, by number from 1. */
function pagesWith(word: string): number[] {
  const bytes = readFileSync(path)
  const pages: number[] = []
  for (let page = 1; page <= bytes.length / 4096; page++)
    if (bytes.subarray((page - 1) * 4096, page * 4096).includes(word)) pages.push(page)
  return pages
}
/** The pages at the bottom of a table's tree, in the order of its keys. */
function leavesOf(table: string): number[] {
  const db = new Database(path, { readonly: true })
  const root = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table))
  db.close()
  const bytes = readFileSync(path)
  // https://sqlite.org/fileformat2.html#b_tree_pages: pages of type 2 lead to others, those of type 10 are at the bottom.
  const below = (page: number): number[] => {
    const base = (page - 1) * 4096
    if (bytes[base] !== 2) return [page]
    const cells = Array.from({ length: bytes.readUInt16BE(base + 3) }, (_, cell) =>
      bytes.readUInt32BE(base + bytes.readUInt16BE(base + 12 + 2 * cell)),
    )
    return [...cells, bytes.readUInt32BE(base + 8)].flatMap(below)
  }
  return below(root)
}

/** Rescues the file; holds that it keeps every byte and that nothing half-made is left beside it. */
async function rescued(): Promise<Rescue> {
  const before = readFileSync(path)
  const result = await rescue(path, target)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['Lume (rescued).ligature', 'Lume.ligature'])
  const one = openCase(target)
  const { rescued: marked } =
    one.read.one<{ rescued: string }>({ text: 'SELECT rescued FROM about', values: [] }) ?? {}
  expect(JSON.parse(String(marked))).toEqual(result.lost)
  one.close()
  return result
}

describe('a case that a stranger gave something along', () => {
  test('comes over whole, with its history, and without what was planted', async () => {
    const original = openCase(path)
    const before = digestOf(original.read, [...tableNames, 'content', 'step', 'change'])
    original.close()
    meddle(`CREATE TABLE extra (a); CREATE VIEW v AS SELECT * FROM note;
      CREATE TRIGGER evil AFTER INSERT ON tag BEGIN DELETE FROM note; END;
      CREATE TRIGGER evil2 AFTER UPDATE ON about BEGIN DELETE FROM note; END`)
    expect(await rescued()).toEqual({ carried: totals, lost: [] })
    const one = openCase(target)
    expect(digestOf(one.read, [...tableNames, 'content', 'step', 'change'])).toEqual(before)
    expect(one.travel('undo')?.label).toBe('Mark')
    expect(one.travel('redo')?.label).toBe('Mark')
    one.close()
  })

  test('gives nothing to a view that has the name of a table', async () => {
    meddle("DROP TABLE note; CREATE VIEW note AS SELECT printf('%.*c', 99, 'x') AS id")
    const { carried, lost } = await rescued()
    expect(carried).toEqual({ ...totals, note: 0 })
    expect(lost).toContain('An unknown number of notes could not be read.')
  })

  test('and whose tables let anything in keeps what fits, and counts what does not', async () => {
    meddle(`CREATE TABLE loose AS SELECT * FROM annotation; DROP TABLE annotation; ALTER TABLE loose RENAME TO annotation;
      INSERT INTO annotation SELECT 'no uuid', articleId, start, "end", quote, prefix, suffix, NULL, createdAt FROM annotation LIMIT 1;
      UPDATE annotation SET "end" = 99999 WHERE rowid = 1;
      UPDATE annotation SET start = 'three' WHERE rowid = 2;
      UPDATE annotation SET createdAt = 'yesterday' WHERE rowid = 3;
      UPDATE annotation SET articleId = '0193a3f0-0000-7000-8000-000000000000' WHERE rowid = 4`)
    const { carried, lost } = await rescued()
    expect(carried.annotation).toBe(totals.annotation - 4)
    expect(lost).toContain('5 passages broke the rules of a case and did not come along.')
    expect(lost).toContain('The history could not be carried: what was done before cannot be undone.')
  })

  test('and whose history does not lead to what it holds loses that history, and nothing else', async () => {
    meddle(
      "CREATE TABLE extra (a); UPDATE change SET after = json_set(after, '$.body', 'other') WHERE tableName = 'note'",
    )
    const { carried, lost } = await rescued()
    expect(carried).toEqual(totals)
    expect(lost).toEqual(['The history could not be carried: what was done before cannot be undone.'])
  })
})

describe('a case of which', () => {
  test.each([
    ['one page is gone', (leaves: number[]) => [leaves[3]]],
    [
      'several pages here and there are gone',
      (leaves: number[]) => [2, 5, 6, 9, 13].map((leaf) => leaves[leaf]),
    ],
    ['the first and the last page are gone', (leaves: number[]) => [leaves[0], leaves.at(-1)]],
  ])('%s loses the passages of those pages, says how many, and keeps all others', async (_what, choose) => {
    const gone = choose(leavesOf('annotation')).map(Number)
    zero(gone)
    const { carried, lost } = await rescued()
    const missing = totals.annotation - carried.annotation
    expect(missing).toBeGreaterThan(gone.length)
    expect(missing).toBeLessThan(gone.length * 40)
    expect(lost).toContain(`${missing} passages could not be read.`)
    // A note is worth more than its place.
    expect(carried.note).toBe(totals.note)
    expect(lost.join()).toMatch(/notes? lost what (they|it)/u)
  })

  test.each([20, 50, 80])('only %i of a hundred bytes are there keeps what lies in them', async (percent) => {
    truncateSync(path, Math.floor((statSync(path).size / 4096 / 100) * percent) * 4096)
    const { carried, lost } = await rescued()
    expect(carried.article).toBe(totals.article)
    expect(carried.entity).toBe(totals.entity)
    expect(carried.annotation).toBeLessThan(totals.annotation)
    expect(lost.join()).toContain('passages could not be read')
  })

  test('the first bytes are damaged comes over whole', async () => {
    const bytes = readFileSync(path)
    bytes.fill(0xff, 0, 24)
    writeFileSync(path, bytes)
    expect(await rescued()).toEqual({ carried: totals, lost: [] })
  })

  test('a letter of an article flipped keeps it, and says that it is not what it was', async () => {
    const bytes = readFileSync(path)
    bytes[bytes.indexOf('harbour at Lume')] = 'H'.charCodeAt(0)
    writeFileSync(path, bytes)
    const { carried, lost } = await rescued()
    expect(carried).toEqual(totals)
    expect(lost[0]).toBe(
      'The words of “Two days without a harbour” are damaged: they are not exactly those that were imported.',
    )
    const one = openCase(target)
    expect(readContent(one.read, String(allArticles(one.read)[0]?.id)).text).toContain('The Harbour at Lume')
    one.close()
  })

  test('the words of an article are gone keeps every passage at its place, with its words', async () => {
    const [page] = pagesWith('had paid for a new one')
    zero([Number(page)])
    const { carried, lost } = await rescued()
    expect(carried).toEqual(totals)
    expect(lost).toContain(
      'The words of “Two days without a harbour” could not be read; its passages, with the words around them, were put together again.',
    )
    const one = openCase(target)
    const { text } = readContent(one.read, String(allArticles(one.read)[0]?.id))
    const full = harbour.join('\n\n')
    const at = full.indexOf('the Guild said that it had not')
    expect(text.slice(at, at + 30)).toBe('the Guild said that it had not')
    one.close()
  })

  const noHistory = ['The history could not be carried: what was done before cannot be undone.']
  test('the schema is broken is read by the schema that every case has', async () => {
    meddle(
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE tag (' WHERE name = 'tag'",
    )
    expect(await rescued()).toEqual({ carried: totals, lost: noHistory })
  })

  test.each(['as it was made', 'that was a copy'])(
    'the beginning is gone, in a case %s, comes over all the same',
    async (what) => {
      if (what === 'that was a copy') {
        const one = openCase(path)
        one.copyTo(join(folder, 'copy'))
        one.close()
        renameSync(join(folder, 'copy'), path)
      }
      zero([1])
      expect(await rescued()).toEqual({ carried: totals, lost: noHistory })
    },
  )
})

test('a case of an older version that cannot be updated is carried over without what is broken in it', async () => {
  copyFileSync('e2e/fixtures/case-v1.ligature', path)
  meddle("INSERT INTO tagging VALUES ('a', 'no annotation', 'no tag')")
  const { carried, lost } = await rescued()
  expect(carried).toEqual({ ...totals, annotation: 7, note: 5 })
  expect(lost[0]).toBe('1 tag on a passage broke the rules of a case and did not come along.')
  const one = openCase(target)
  expect(allNotes(one.read)).toHaveLength(5)
  one.close()
})

test('a file in which there is no case is refused and nothing is made', async () => {
  const whole = readFileSync(path)
  const zeros = Buffer.alloc(whole.length)
  for (const bytes of [Buffer.from('Dear diary. '.repeat(9000)), zeros, Buffer.alloc(0)]) {
    writeFileSync(path, bytes)
    const code = await rescue(path, target).then(
      () => 'rescued',
      (error: TroubleError) => error.trouble?.code ?? error,
    )
    expect(code).toBe('nothing-to-rescue')
    expect(readdirSync(folder)).toEqual(['Lume.ligature'])
  }
})
