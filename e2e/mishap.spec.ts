import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Desk, rowsOf } from './pages/desk.ts'
import { expect, onElectron, test } from './support/app.ts'

/** Ends the page's process as a fault in it would, and answers the page that comes in its place. */
async function crash(page: Page): Promise<Page> {
  const next = onElectron ? page.waitForEvent('load').then(() => page) : page.context().waitForEvent('page')
  await page.goto('chrome://crash').catch(() => {}) // the page goes while it goes there
  const replaced = await next
  await expect(replaced.locator('.text')).toBeVisible({ timeout: 20_000 })
  return replaced
}

test('a page that crashes comes back with everything; one that crashes at once again and again ends in a sentence', async ({
  launch,
}) => {
  const app = await launch()
  const desk = await new Desk(app).opened()
  await desk.select('said within a day')
  await desk.tag('Claimed')
  await desk.writeNote('Check the first wire.')
  const second = await crash(desk.page)
  await expect(second.locator('.text mark', { hasText: 'said within a day' })).toHaveClass(/tagged/u)
  await expect(second.locator('.status')).toContainText('1 passage')
  await expect(second.locator('.status')).toContainText('1 note')
  const third = await crash(second)
  await expect(third.locator('.status')).toContainText('1 note')
  await third.goto('chrome://crash').catch(() => {})
  await expect.poll(() => app.stderr(), { timeout: 15_000 }).toContain('fails again and again')
  await app.close()
  expect(
    readFileSync(join(app.userData, 'logs', 'ligature.log'), 'utf8').match(/The page has gone/gu),
  ).toHaveLength(3)
  expect(rowsOf(app, 'SELECT body FROM note')).toEqual([{ body: 'Check the first wire.' }])
})

test('what goes wrong in the program is said, and the log that keeps it opens from the Help menu', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = await new Desk(app).opened()
  await app.evaluate(({ shell }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    shell.openPath = async (path) => {
      shown.push(path)
      return ''
    }
    setTimeout(() => {
      throw new TypeError('A wider war of small attacks')
    })
    void Promise.reject(new RangeError('A wider war of small attacks'))
  })
  await expect(page.getByRole('alert')).toHaveCount(2)
  await expect(page.getByRole('alert').first()).toContainText('Ligature made a mistake.')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Open the log')
  await page.keyboard.press('Enter')
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
  await expect.poll(shown).toHaveLength(1)
  const [path = ''] = await shown()
  expect(existsSync(path)).toBe(true)
  const log = readFileSync(path, 'utf8')
  expect(log).toMatch(/Ligature \d+\.\d+\.\d+ starts on/u)
  expect(log).toMatch(/defect: TypeError\n {4}at /u)
  expect(log).toMatch(/defect: RangeError\n {4}at /u)
  expect(log).not.toContain('wider war')
})
