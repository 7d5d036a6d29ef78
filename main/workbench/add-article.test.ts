import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allArticles, readContent } from '../case-file/articles.ts'
import { addFiles, pasteArticle } from './add-article.ts'
import type { Desk } from './desk.ts'
import { stopReading } from './reading-turn.ts'
import { deskIn, type Told } from './testing/desk.ts'

let folder = ''
let told: Told[] = []
let desk: Desk
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-add-'))
  told = []
  desk = deskIn(folder, 'case', told)
})
afterEach(() => {
  desk.case.close()
  rmSync(folder, { recursive: true })
})

const file = (name: string, words: string) => {
  writeFileSync(join(folder, name), words)
  return join(folder, name)
}
const files = (count: number) =>
  Array.from({ length: count }, (_, at) => file(`${at + 1}.txt`, `Ferry ${at + 1}\n\nIt left at ${at}.`))
const titles = () => allArticles(desk.case.read).map(({ title }) => title)
const lines = () =>
  told.flatMap((push) =>
    push.name === 'importing'
      ? [push.value ? `${push.value.at} of ${push.value.of}: ${push.value.name}` : 'done']
      : [],
  )

test('several files are read one after the other, and the views are told which is read now', async () => {
  const { added } = await addFiles(desk, files(3))
  expect(added).toHaveLength(3)
  expect(lines()).toEqual(['1 of 3: 1.txt', '2 of 3: 2.txt', '3 of 3: 3.txt', 'done'])
})

test('one undo takes back the last of them, and leaves the others', async () => {
  await addFiles(desk, files(3))
  desk.case.travel('undo')
  expect(titles()).toEqual(['Ferry 1', 'Ferry 2'])
})

test('what was read before the reading is stopped stays, and the rest is not read', async () => {
  const tell = desk.tell
  desk.tell = (name, value) => {
    tell(name, value)
    if (name === 'importing' && value && (value as { at: number }).at === 3) stopReading(desk)
  }
  const { added, notices } = await addFiles(desk, files(12))
  expect(added).toHaveLength(2)
  expect(titles()).toEqual(['Ferry 1', 'Ferry 2'])
  expect(notices).toEqual([
    'The reading was stopped after 2 of 12 files. What was added before stays in the case.',
  ])
  expect(lines().slice(-2)).toEqual(['3 of 12: 3.txt', 'done'])
  // Nothing of it hangs over.
  expect((await addFiles(desk, [file('13.txt', 'Ferry 13')])).added).toHaveLength(1)
})

test('files dropped while others are read wait for their turn', async () => {
  const all = files(4)
  await Promise.all([addFiles(desk, all.slice(0, 2)), addFiles(desk, all.slice(2))])
  expect(lines()).toEqual(['1 of 4: 1.txt', '2 of 4: 2.txt', '3 of 4: 3.txt', '4 of 4: 4.txt', 'done'])
})

test('a folder, an empty file and one of another kind keep no other file out, and each is named', async () => {
  mkdirSync(join(folder, 'papers'))
  const wrong = [
    join(folder, 'papers'),
    file('empty.txt', ''),
    file('photo.txt', 'GIF89a'),
    file('a.docx', 'x'),
  ]
  const { added, refused } = await addFiles(desk, [...wrong, ...files(1)])
  expect(added).toHaveLength(1)
  expect(refused).toEqual([
    '“papers” is a folder. Choose the text files in it instead.',
    '“empty.txt” is empty. Choose a file with words in it.',
    expect.stringMatching(/^“photo.txt”: This file is a GIF image/u),
    expect.stringMatching(/^“a.docx”: This Word document is damaged/u),
  ])
})

test('pasted words keep their headings and lists, and nothing of them is judged to be the page’s', async () => {
  const html =
    '<meta charset="utf-8"><h1>Ice</h1><nav>Home</nav><ul><li>A ferry</li></ul><p>Sign up.<script>x()</script>'
  const { added } = await pasteArticle(desk, { text: 'Ice\nHome\nA ferry\nSign up.', html })
  const { text, blocks } = readContent(desk.case.read, added[0] ?? '')
  expect(text).toBe('Ice\n\nHome\n\nA ferry\n\nSign up.')
  expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'furniture', 'listItem', 'paragraph'])
})

test('where the clipboard’s HTML holds no words, its plain words are taken', async () => {
  const { added } = await pasteArticle(desk, { text: 'It left at nine.', html: '<img src="x">' })
  expect(readContent(desk.case.read, added[0] ?? '').text).toBe('It left at nine.')
})

test('the same article again, also out of another file, is noticed', async () => {
  const [first] = (await addFiles(desk, [file('a.txt', 'Ferry\n\nIt left.')])).added
  expect(await addFiles(desk, [file('b.txt', 'Ferry\r\n\r\nIt left.  ')])).toMatchObject({
    added: [],
    known: [first],
    refused: [],
  })
})
