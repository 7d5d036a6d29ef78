import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

test('a person goes back to a step by one press, sees the case as it was, and takes that back', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await desk.markEntity('Kerman', 'place')
  await desk.select('said within a day')
  await desk.tag('Claimed')
  await desk.select('Both were sent to Syria')
  await desk.tag('Background')
  await desk.writeNote('Compare with the second report.')

  await page.keyboard.press('Control+h')
  const panel = page.getByRole('tabpanel')
  const step = (words: string) => panel.getByRole('button', { name: words }).first()
  await expect(panel.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(panel.locator('[aria-current=step]')).toContainText('Write note “Compare with')
  const tagged = step('Tag passage “said within a day” with “Claimed”')
  await tagged.hover()
  await expect(tagged.getByText('Go back to here')).toBeVisible()
  await tagged.click()
  await expect(desk.status).toContainText('2 passages · 1 entity · 0 relations · 0 notes')
  await expect(desk.mark('Both were sent to Syria')).toHaveCount(0)
  await expect(panel.locator('[aria-current=step]')).toContainText('Go back to “Tag passage ‘said within')
  await expect(step('Write note “Compare with')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(desk.status).toContainText('3 passages · 1 entity · 0 relations · 1 note')
  await expect(desk.mark('Both were sent to Syria')).toHaveClass(/tagged/u)

  // What was undone stands pale above, and one press goes on to it.
  for (const left of ['0 notes', '2 passages', '1 passage']) {
    await page.keyboard.press('Control+z')
    await expect(desk.status).toContainText(left)
  }
  await expect(panel.locator('.undone')).toHaveCount(4)
  await step('Write note “Compare with').hover()
  expect(await violations(page)).toEqual([])
  await step('Write note “Compare with').click()
  await expect(desk.status).toContainText('3 passages · 1 entity · 0 relations · 1 note')
})

test('the history is walked, searched and gone back in by keys alone', async ({ app }) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  for (const words of ['said within a day', 'Both were sent to Syria']) {
    await desk.select(words)
    await desk.tag('Claimed')
  }
  await page.keyboard.press('Control+h')
  const panel = page.getByRole('tabpanel')
  const field = panel.getByRole('searchbox', { name: 'Search the steps' })
  await page.keyboard.press('Tab')
  await expect(field).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(panel.locator('[aria-current=step]')).toBeFocused()
  await page.keyboard.press('End')
  await expect(panel.getByRole('button', { name: 'The beginning of the case' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(panel.getByRole('button', { name: 'Add article' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(desk.status).toContainText('0 passages')

  await field.fill('SYRIA tag')
  await expect(panel.locator('.step')).toHaveCount(1)
  await panel.locator('.step').press('Enter')
  await expect(desk.status).toContainText('2 passages')
})
