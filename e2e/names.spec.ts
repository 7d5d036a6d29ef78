import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'

/** Turns round what stands after it, is never closed, holds what terminals obey, and goes on for 10,000 letters. */
const unruly = `\u202eevil\u2067\u0007 ${'long '.repeat(2000)}`

test('names that turn letters round, or never end, stay in their places and out of file names', async ({
  launch,
}) => {
  const app = await launch()
  const first = await new Desk(app).opened()
  await first.select('said within a day')
  await first.tag('Claimed')
  await first.writeNote('A note.')
  await first.markEntity('Kerman', 'place')
  await first.markEntity('Qassem Soleimani', 'person')
  await first.select('Both were sent to Syria')
  await first.page.keyboard.press('r')
  await first.relate('Qassem', 'commands', 'Kerman')
  await app.close()

  // As somebody would who wants the reader of his case to read something else.
  const folder = join(app.documents, 'Ligature')
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.ligature'))
  const db = new Database(join(folder, file))
  for (const [table, column] of [
    ['entity', 'name'],
    ['tag', 'name'],
    ['relation', 'kind'],
    ['article', 'title'],
    ['article', 'byline'],
    ['article', 'publisher'],
    ['step', 'label'],
  ])
    db.prepare(`UPDATE ${table} SET ${column} = ?`).run(unruly)
  db.prepare('UPDATE entity SET aliases = ?, description = ?').run(`${unruly}\nother`, unruly)
  db.close()

  const desk = await new Desk(await launch({ userData: app.userData, documents: app.documents })).opened()
  const { page } = desk
  const spread = async (where: string) => {
    const found = await page.evaluate(reordering)
    expect([where, found]).toEqual([where, { loose: [], wide: false }])
  }
  for (const tab of ['Tags', 'Notes', 'Articles', 'Entities'] as const) {
    await desk.tab(tab)
    await spread(tab)
  }
  await page.getByRole('tabpanel').getByRole('button').first().click()
  await expect(page.locator('.inspector')).toBeVisible()
  await spread('entity')
  await page.locator('.inspector .lines button').first().click()
  await spread('relation')
  await page.keyboard.press('ControlOrMeta+h')
  await expect(page.locator('.step').first()).toBeVisible()
  await spread('history')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('evil')
  await expect(page.getByRole('option').first()).toBeVisible()
  await spread('palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('log')).toContainText('evil')
  await spread('message')

  const path = join(app.documents, 'notes.md')
  await desk.exportNotes(path)
  await expect(page.getByRole('log')).toContainText('notes.md')
  const markdown = readFileSync(path, 'utf8')
  expect(markdown).toContain('evil long long')
  expect(markdown).not.toMatch(/[[\u202a-\u202e\u2066-\u2069\p{Cc}]--[\n]]/v)
})

/**
 * Runs in the page. `loose`: pieces of text that turn others round and do not stand alone in an element that isolates them.
 * `wide`: whether anything has made the page wider than the window.
 */
function reordering(): { loose: string[]; wide: boolean } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const loose: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/[\u202a-\u202e\u2066-\u2069]/u.test(node.nodeValue ?? '')) continue
    let around = node.parentElement
    while (around && !/isolate|plaintext/u.test(getComputedStyle(around).unicodeBidi))
      around = around.parentElement
    if (around?.textContent?.trim() !== node.nodeValue?.trim())
      loose.push(`${node.parentElement?.outerHTML.slice(0, 60)} in ${around?.outerHTML.slice(0, 60)}`)
  }
  return {
    loose,
    wide: document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth,
  }
}
