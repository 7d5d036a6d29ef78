import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

test('words are found in the article by keys alone, stepped through, and marked where they were found', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Find in the article' })
  await field.pressSequentially('soleimani')
  const count = page.getByRole('search', { name: 'In the article' }).getByRole('status')
  await expect(count).toHaveText(/^1 of \d+$/u)
  const all = Number((await count.textContent())?.split(' ').at(-1))
  expect(all).toBeGreaterThan(2)
  await page.keyboard.press('Enter')
  await expect(count).toHaveText(`2 of ${all}`)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(count).toHaveText(`${all} of ${all}`)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('search', { name: 'In the article' })).toHaveCount(0)
  await page.keyboard.press('e')
  await page.getByRole('option', { name: 'New:' }).click()
  await expect(desk.mark('Soleimani').first()).toHaveClass(/mention/u)
  await page.keyboard.press('Control+f')
  await field.fill('no such words')
  await expect(count).toHaveText('none')
})

test('the whole case is searched by keys: names, notes and words of articles, and a find opens its place', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await desk.markEntity('Kerman', 'place')
  await desk.select('Both were Tajik')
  await desk.writeNote('Compare with the Vienna report.')
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('kerm')
  const entities = page.getByRole('region', { name: 'Entities' })
  await expect(entities.getByRole('button', { name: 'Kerman' })).toBeVisible()
  const words = page.getByRole('region', { name: 'In the articles' }).getByRole('button')
  expect(await words.count()).toBeGreaterThan(2)
  await expect(words.first().locator('mark').first()).toHaveText('Kerman')
  await words.nth(1).press('Enter')
  const there = await page.evaluate(() => {
    const range = document.getSelection()?.getRangeAt(0)
    const { top = 0, bottom = 0 } = range?.getBoundingClientRect() ?? {}
    return { words: String(range), isSeen: top > 0 && bottom < innerHeight }
  })
  expect(there).toEqual({ words: 'Kerman', isSeen: true })

  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('"vienna report"')
  await page.getByRole('region', { name: 'Notes' }).getByRole('button').press('Enter')
  await expect(desk.mark('Both were Tajik')).toHaveClass(/selected/u)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('no such thing anywhere')
  await expect(page.getByText('Nothing in the case says so.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tab', { name: 'Articles' })).toBeVisible()
})
