import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'

test('words are found in the article by keys alone, stepped through, and marked where they were found', async ({
  launch,
}) => {
  const desk = await new Desk(await launch()).opened()
  const { page } = desk
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Find in the article' })
  await field.pressSequentially('soleimani')
  const count = page.getByRole('search').getByRole('status')
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
  await expect(page.getByRole('search')).toHaveCount(0)
  await page.keyboard.press('e')
  await page.getByRole('option', { name: 'New:' }).click()
  await expect(desk.mark('Soleimani').first()).toHaveClass(/mention/u)
  await page.keyboard.press('Control+f')
  await field.fill('no such words')
  await expect(count).toHaveText('none')
})
