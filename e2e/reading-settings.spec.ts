import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

test('the page is set as one likes to read, its headings lead through it, and a restart goes on at the same paragraph', async ({
  launch,
}) => {
  const app = await launch()
  const desk = await new Desk(app).opened()
  const { page } = desk
  const isSound = async (view: string) => expect(await violations(page), view).toEqual([])
  await desk.markEntity('ISIS-K', 'armed group')
  await page.getByRole('button', { name: 'Reading settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Reading settings' })
  await settings.getByRole('radio', { name: 'Sepia' }).check()
  const letters = settings.getByRole('slider', { name: 'Letters' })
  await letters.focus()
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight')
  const paragraph = desk.text.locator('.paragraph').first()
  await expect(paragraph).toHaveCSS('font-size', '22px')
  await isSound('Reading settings, sepia')
  await page.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)

  await page.getByRole('button', { name: 'Outline' }).click()
  const outline = page.getByRole('dialog', { name: 'Outline' })
  await expect(outline.getByRole('button').first()).toHaveAttribute('aria-current', 'location')
  await isSound('Outline, sepia')
  const last = outline.getByRole('button').last()
  const name = String(await last.textContent())
  const heading = desk.text.getByRole('heading', { name })
  await last.click()
  await expect(outline).toHaveCount(0)
  await expect(heading).toBeInViewport()
  // How nodes are sized is kept as the text's size is.
  await desk.act('Size nodes by mentions')
  const legend = (of: Desk) => of.page.getByRole('list', { name: 'What the picture shows' })
  await expect(legend(desk)).toContainText('size: mentions')
  const top = (await heading.boundingBox())?.y ?? 0
  expect(top).toBeLessThan(140)
  // The place is kept when scrolling has rested.
  await page.waitForTimeout(1000)
  await app.close()

  const again = await new Desk(await launch({ userData: app.userData, documents: app.documents })).opened()
  await expect(again.text.getByRole('heading', { name })).toBeInViewport()
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await expect(again.text.locator('.paragraph').first()).toHaveCSS('font-size', '22px')
  await expect(legend(again)).toContainText('size: mentions')
})

const family = '👩‍👩‍👧'
const scripts = {
  arabic: 'قال السيّد إنّ المَرفأ أُغلِق يومين.',
  persian: 'او گفت که نمی‌داند چرا بندر بسته است.',
  hebrew: 'השר אמר כי Port Lume ייסגר ביום שישי.',
  chinese: '港口关闭了两天，没有人知道原因。',
  emoji: `The crew ${family} left; so did x\u0302enia.`,
}

test('in any script a double click takes a word, and a hand that stops inside a sign takes all of it', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
    },
    `${Object.values(scripts).join('\n\n')}`,
  )
  await expect(desk.text).toContainText(scripts.persian)
  for (const [line, words] of [
    [scripts.arabic, 'المَرفأ'],
    [scripts.persian, 'نمی‌داند'],
    [scripts.hebrew, 'Lume'],
    [scripts.hebrew, 'ייסגר'],
    [scripts.chinese, '关闭'],
    [scripts.emoji, 'crew'],
  ] as const) {
    const at = await page.evaluate(placeOf, { line, words, middle: true })
    await page.mouse.dblclick(at.x, at.y)
    await expect(page.getByRole('toolbar', { name: 'Do with the selected passage' })).toBeVisible()
    await page.keyboard.press('t')
    await expect(page.getByRole('combobox', { name: 'Tag the passage' })).toBeVisible()
    await page.keyboard.press('Escape')
    const chosen = await page.evaluate(() => String(document.getSelection()))
    expect([line, chosen]).toEqual([line, words])
  }
  const from = await page.evaluate(placeOf, { line: scripts.emoji, words: family, middle: false })
  const to = await page.evaluate(placeOf, { line: scripts.emoji, words: family, middle: true })
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x + 4, to.y, { steps: 4 })
  await page.mouse.up()
  expect(await page.evaluate(() => String(document.getSelection()))).toBe(family)
})

/** Runs in the page: where words stand on the screen, at their middle or just at their left edge, in CSS pixels. */
function placeOf({ line, words, middle }: { line: string; words: string; middle: boolean }) {
  const block = [...document.querySelectorAll('.text [data-start]')].find((each) => each.textContent === line)
  const node = block?.firstChild
  if (!node) throw new Error(`No block says “${line}”`)
  const at = line.indexOf(words)
  const range = document.createRange()
  range.setStart(node, at)
  range.setEnd(node, at + words.length)
  const box = range.getBoundingClientRect()
  return { x: middle ? box.left + box.width / 2 : box.left + 1, y: box.top + box.height / 2 }
}
