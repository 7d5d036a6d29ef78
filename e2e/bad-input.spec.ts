import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestInfo } from '@playwright/test'
import { Desk } from './pages/desk.ts'
import { type App, expect, test } from './support/app.ts'

const bad: { what: string; name: string; bytes: Buffer | null; says: RegExp }[] = [
  { what: 'an empty file', name: 'empty.txt', bytes: Buffer.alloc(0), says: /empty/u },
  {
    what: 'a file of 50 MB',
    name: 'huge.txt',
    bytes: Buffer.alloc(50_000_000, 'words '),
    says: /large|big|MB/u,
  },
  {
    what: 'a file that is no text',
    name: 'picture.txt',
    bytes: Buffer.from('89504e470d0a1a0a0000', 'hex'),
    says: /PNG image/u,
  },
  { what: 'a file that is not there', name: 'gone.txt', bytes: null, says: /not there|gone\.txt/u },
  {
    what: 'a case that is no SQLite file',
    name: 'mine.ligature',
    bytes: Buffer.from('Dear diary'.repeat(200)),
    says: /not a Ligature case/u,
  },
]

/** Writes what is bad into the test's own folder. Answers its path, and whether it is still the same byte for byte. */
function put({ name, bytes }: (typeof bad)[number], info: TestInfo) {
  mkdirSync(info.outputPath(), { recursive: true })
  const path = info.outputPath(name)
  if (bytes) writeFileSync(path, bytes)
  return { path, isUnchanged: () => !bytes || readFileSync(path).equals(bytes) }
}

for (const each of bad.filter(({ name }) => ['empty.txt', 'mine.ligature'].includes(name)))
  test(`${each.what} named at the start is said in a sentence, and the window works on`, async ({
    launch,
  }, info) => {
    const { path, isUnchanged } = put(each, info)
    const { window } = await launch({ args: [path] })
    await expect(window.getByRole('alert')).toContainText(each.says)
    await window.getByRole('button', { name: 'Try the sample' }).click()
    await expect(window.getByRole('heading', { level: 1 })).toHaveText('A wider war of small attacks')
    expect(isUnchanged()).toBe(true)
  })

test('what cannot be opened in a running program is said in a sentence, and the case is as it was', async ({
  app,
}, info) => {
  const desk = await new Desk(app).opened()
  for (const each of bad)
    await test.step(each.what, async () => {
      const { path, isUnchanged } = put(each, info)
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      }, path)
      await desk.act(path.endsWith('.ligature') ? 'Open case' : 'Open article')
      await expect(desk.trouble.filter({ hasText: each.says })).toBeVisible()
      await desk.page.getByRole('button', { name: 'Close message' }).first().click()
      await expect(desk.trouble).toHaveCount(0)
      expect(isUnchanged()).toBe(true)
    })
  await desk.select('said within a day')
  await desk.tag('Claimed')
  await expect(desk.status).toContainText('1 passage')
})

test('Latin-1, CRLF, NUL bytes and lone surrogates are read as the words they are', async ({
  launch,
}, info) => {
  mkdirSync(info.outputPath(), { recursive: true })
  const path = info.outputPath('odd.txt')
  const words = Buffer.concat([
    Buffer.from('Café at the border\r\n\r\nThe caf', 'latin1'),
    Buffer.from([0xe9, 0x20, 0x00]),
    Buffer.from(
      'was closed, people said, and nobody knew why it had been.\r\nIt opened again in May.',
      'latin1',
    ),
  ])
  writeFileSync(path, words)
  const app = await launch({ args: [path] })
  await expect(app.window.getByRole('heading', { level: 1 })).toHaveText('Café at the border')
  await expect(app.window.locator('.text .paragraph').first()).toContainText('The café was closed')
  await expect(app.window.getByRole('log')).toContainText('Windows-1252')
})

test('an export that cannot be written says so, and leaves nothing behind', async ({ app }) => {
  const desk = await new Desk(app).opened()
  await desk.select('said within a day')
  await desk.tag('Claimed')
  await desk.exportNotes(join(app.documents, 'not', 'there', 'notes.md'))
  await expect(desk.trouble).toContainText(/was not written: the folder is not there/u)
  mkdirSync(join(app.documents, 'notes.md'))
  await desk.exportNotes(join(app.documents, 'notes.md'))
  await expect(desk.trouble.last()).toContainText(/was not written/u)
  expect(readdirSync(app.documents).sort()).toEqual(['Ligature', 'notes.md'])
  await expect(desk.status).toContainText('1 passage')
})

test('the same case in a second program is told that it is open already, and nothing is lost', async ({
  launch,
}) => {
  const app: App = await launch()
  const desk = await new Desk(app).opened()
  await desk.select('said within a day')
  await desk.tag('Claimed')
  const [name] = readdirSync(join(app.documents, 'Ligature'))
  const second = await launch({ args: [join(app.documents, 'Ligature', String(name))] })
  await expect(second.window.getByRole('alert')).toContainText('already open')
  await second.close()
  await desk.select('Both were sent to Syria')
  await desk.tag('Background')
  await expect(desk.status).toContainText('2 passages')
})
