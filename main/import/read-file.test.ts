import { chmod, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAX_FILE_BYTES, readArticleFile } from './read-file.ts'
import { readHere } from './read-here.ts'
import { p, wordFile } from './testing/word-file.ts'

const read = (path: string) => readArticleFile(path, readHere)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ligature-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const refused = (path: string) =>
  read(path).then(
    () => null,
    (error) => error.trouble,
  )

test('a text file becomes an article that knows where it came from', async () => {
  const draft = await read(await file('ferry.txt', 'The last ferry\n\nIt left at nine.'))
  expect(draft).toMatchObject({ title: 'The last ferry', source: 'ferry.txt', notices: [] })
})

test('a Markdown file is read as Markdown whatever the case of its ending', async () => {
  const draft = await read(await file('NOTES.MD', '# *The* ferry\n\nIt left.'))
  expect(draft.text).toBe('The ferry\n\nIt left.')
})

test('a file without an ending, or with a number for one, is read as text', async () => {
  expect((await read(await file('README', 'It left at nine.'))).text).toBe('It left at nine.')
  expect((await read(await file('notes.2024', 'It left.'))).text).toBe('It left.')
})

test('a saved web page is read as words and blocks', async () => {
  const draft = await read(
    await file('page.htm', '<h1>The ferry</h1><p>It <b>left</b> at nine.<p>Nobody waved.'),
  )
  expect(draft).toMatchObject({ title: 'The ferry', text: 'The ferry\n\nIt left at nine.\n\nNobody waved.' })
})

test('what was changed to read a file is told', async () => {
  const draft = await read(await file('old.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9)))
  expect(draft.notices).toEqual(['Read as Windows-1252.'])
})

test('a missing file, a folder and an empty file are each called what they are', async () => {
  expect(await refused(join(folder, 'gone.txt'))).toMatchObject({
    code: 'file-missing',
    message: '“gone.txt” is not there any more.',
  })
  expect(await refused(folder)).toMatchObject({ code: 'file-folder' })
  expect(await refused(await file('empty.txt', ''))).toMatchObject({ code: 'file-empty' })
  expect(await refused(await file('blank.txt', ' \n\t\n'))).toMatchObject({ code: 'no-words' })
})

test('a file over 20 MB is refused before it is read', async () => {
  const path = await file('huge.txt', 'a')
  await truncate(path, MAX_FILE_BYTES + 1)
  expect(await refused(path)).toMatchObject({ code: 'file-too-large' })
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a locked file says so', async () => {
  const path = await file('locked.txt', 'It left.')
  await chmod(path, 0)
  expect(await refused(path)).toMatchObject({ code: 'file-unreadable' })
})

test('a kind that is not read comes with what to do instead', async () => {
  expect(await refused(await file('letter.odt', 'PK'))).toEqual({
    code: 'file-kind-unknown',
    message: '“letter.odt” was not added: Ligature does not read OpenDocument texts.',
    advice: 'Open it, copy the words and paste them into Ligature.',
  })
  expect(await refused(await file('tool.exe', 'MZ'))).toMatchObject({ code: 'file-kind-unknown' })
})

test('a Word document named as a text is read as what it is', async () => {
  const draft = await read(await file('letter.txt', wordFile({ body: p('It left at nine.') })))
  expect(draft.text).toBe('It left at nine.')
  expect(await refused(await file('text.docx', 'Only words.'))).toMatchObject({ code: 'word-damaged' })
  expect(await refused(await file('text.pdf', 'Only words.'))).toMatchObject({ code: 'pdf-damaged' })
})

test('an image named as a text is refused', async () => {
  expect(await refused(await file('photo.txt', 'GIF89a....'))).toMatchObject({ code: 'file-binary' })
})

test('the sample article shows its parts, with the page around it set apart', async () => {
  const draft = await read(join(import.meta.dirname, '../../resources/samples/briefing.md'))
  expect(draft).toMatchObject({
    title: 'A wider war of small attacks',
    byline: 'Nadia Farrow',
    publisher: 'Field Briefing',
    publishedOn: '2024-01-09',
    language: 'en',
    direction: 'ltr',
  })
  const count = (kind: string) => draft.blocks.filter((block) => block.kind === kind).length
  expect([count('title'), count('heading'), count('caption'), count('furniture')]).toEqual([1, 4, 1, 6])
})
