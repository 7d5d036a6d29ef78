import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { UtilityProcess } from '../../host/utility-process.ts'
import { articleFromText } from './from-text.ts'
import { Draft, readApart } from './read-apart.ts'

const folder = mkdtempSync(join(tmpdir(), 'ligature-reader-'))
afterAll(() => rmSync(folder, { recursive: true }))

// Each starts a process, which takes its time on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 30_000 })

const start = () => new UtilityProcess(join(import.meta.dirname, '../reader.ts'), [], {})
/** A reader that does something else, as one that a hostile article has got the better of. */
const startOther = (name: string, doing: string) => () => {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(path, `process.parentPort.once('message', () => { ${doing} })`)
  return new UtilityProcess(path, [], { stdio: 'ignore' })
}
const paste = { kind: 'pasted', text: 'The last ferry\n\nIt left at nine.' } as const
const refused = (reading: Promise<unknown>) => reading.then(() => null).catch((error) => error.trouble)

test('a pasted text is read in a process of its own', async () => {
  expect(await readApart(start, paste)).toMatchObject({ title: 'The last ferry', source: '' })
})

test('what was wrong with a file is said in the words that were found for it there', async () => {
  const bytes = new TextEncoder().encode('GIF89a....')
  expect(await refused(readApart(start, { kind: 'text', name: 'photo.txt', bytes }))).toMatchObject({
    code: 'file-binary',
    message: 'This file is a GIF image, not a text.',
  })
})

test('reading that never ends is ended, said so, and the next article is read', async () => {
  expect(await refused(readApart(startOther('loop', 'for (;;);'), paste, { limit: 1500 }))).toEqual({
    code: 'reading-too-long',
    message:
      'The pasted text took too long to read, so the reading was stopped. Nothing was added to the case.',
    advice: 'Copy the part you need, and paste it as text.',
  })
  expect((await readApart(start, paste)).title).toBe('The last ferry')
})

test('a reader that breaks down is said to have, and the next article is read', async () => {
  expect(await refused(readApart(startOther('crash', 'process.abort()'), paste))).toMatchObject({
    code: 'reading-broke-off',
    message: expect.stringContaining('Nothing was added to the case.'),
  })
  expect((await readApart(start, paste)).title).toBe('The last ferry')
})

test('a reader that answers with anything but an article is not believed', async () => {
  const answer = `process.parentPort.postMessage({ draft: { text: '<b>', blocks: [] } })`
  expect(await refused(readApart(startOther('liar', answer), paste))).toMatchObject({
    code: 'reading-broke-off',
  })
})

const honest = articleFromText('The last ferry\n\nIt left at nine.', { source: '', name: '' })
const [first, second] = honest.blocks

test.each([
  ['words that are no well-formed text', { text: `${honest.text.slice(0, -1)}\ud800` }],
  ['blocks out of order', { blocks: [second, first] }],
  ['blocks that overlap', { blocks: [first, { ...second, start: 3 }] }],
  ['a block beyond the end', { blocks: [{ ...first, end: 1000 }] }],
  ['a block without words', { blocks: [{ ...first, end: first?.start }] }],
  ['an unknown kind of block', { blocks: [{ ...first, kind: 'script' }] }],
  ['a date that is none', { publishedOn: 'today' }],
  ['more than an article has', { html: '<b>' }],
  ['a title of a megabyte', { title: 'a'.repeat(1_000_000) }],
])('no article is %s', (_what, change) => {
  expect(Draft.safeParse(honest).success).toBe(true)
  expect(Draft.safeParse({ ...honest, ...change }).success).toBe(false)
})
