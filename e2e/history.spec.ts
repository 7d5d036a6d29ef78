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

test('a message takes back the step that it speaks of, and no other', async ({ app }) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  const says = (words: string) => page.locator('.message', { hasText: words })
  const undo = (words: string) => says(words).getByRole('button', { name: 'Undo' })
  const merge = async () => {
    await (await desk.tab('Entities')).getByRole('button', { name: 'ISIS-K' }).click()
    await page.getByRole('region', { name: 'ISIS-K' }).getByRole('button', { name: 'Merge…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('option', { name: /Islamic State Khorasan Province/u }).click()
    await expect(dialog).toContainText('and 1 mention goes over')
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  }
  const merged = 'is now one with “ISIS-K”'
  await desk.markEntity('ISIS-K', 'armed group')
  await desk.markEntity('Islamic State Khorasan Province', 'armed group')
  await desk.writeNote('Compare with the second report.')

  // Undone by a key: what the message says is no longer so, and it does not stay to undo the note.
  await merge()
  await expect(undo(merged)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(desk.status).toContainText('2 entities · 0 relations · 1 note')
  await expect(says(merged)).toHaveCount(0)

  // Another step came since: it is still so, but undo would take back something else.
  await merge()
  await expect(undo(merged)).toBeVisible()
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note', exact: true })
  await expect(page.getByRole('heading', { name: 'Note on “ISIS-K”' })).toBeVisible()
  await note.fill('One group.')
  await note.press('Control+Enter')
  await expect(desk.status).toContainText('1 entity · 0 relations · 2 notes')
  await expect(says(merged)).toBeVisible()
  await expect(undo(merged)).toHaveCount(0)

  // With that one undone, the message speaks of the last step again.
  await page.keyboard.press('Control+z')
  await undo(merged).click()
  await expect(desk.status).toContainText('2 entities · 0 relations · 1 note')
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
  // The tab takes the keys in the next frame.
  await expect(page.getByRole('tab', { name: 'History' })).toBeFocused()
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
