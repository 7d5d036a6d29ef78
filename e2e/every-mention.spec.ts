import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

test('a name is marked wherever it stands, but where it is not meant, in one step that is taken back as one', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await desk.markEntity('Kerman', 'place')
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Every mention of Kerman' })
  const ticks = dialog.locator('.every-hits').getByRole('checkbox')
  await expect(ticks).not.toHaveCount(0)
  const all = await ticks.count()
  expect(all).toBeGreaterThan(3)
  await expect(dialog.getByText('marked', { exact: true })).toHaveCount(1)
  expect(await violations(page)).toEqual([])
  await ticks.nth(1).click()
  await dialog.getByRole('button', { name: /^(Mark \d+|Unmark 1|Mark \d+, unmark 1)$/u }).click()
  await expect(dialog).toBeHidden()
  await expect(desk.status).toContainText(`${all - 1} passages`)
  await page.keyboard.press('Control+z')
  await expect(desk.status).toContainText('1 passage ')

  await desk.select('Two bombs went off')
  await desk.tag('Attack')
  await page.keyboard.press('m')
  const words = page.getByRole('dialog', { name: 'Every mention of Attack' })
  await words.getByRole('textbox').fill('bomb*\ngunm?n')
  await expect(words.locator('.every-hits').getByRole('checkbox')).not.toHaveCount(0)
  await words.getByRole('button', { name: /^Mark \d+$/u }).click()
  await expect(desk.mark('Gunmen')).toHaveClass(/tagged/u)
})
