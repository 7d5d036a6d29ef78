import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'
import { placeOfWords } from './support/words.ts'

test('a day of correcting passages: longer and shorter, in two and in one, among others on the same words, by hand and by keys', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page, status, text } = desk
  const chosen = text.locator('mark.selected')
  const isSound = async (view: string) => expect(await violations(page), view).toEqual([])
  const click = async (words: string, button: 'left' | 'right' = 'left') => {
    const at = await placeOfWords(page, words)
    await page.mouse.click(at.x, at.y, { button })
  }

  // A passage is drawn longer by its grip, from word to word; Escape while drawing leaves it as it was.
  await desk.select('bombs went off')
  await desk.tag('Attack')
  await expect(chosen).toHaveText('bombs went off')
  const grip = await page.locator('.grip.of-end').boundingBox()
  if (!grip) throw new Error('The selected passage has no grip')
  const head = { x: grip.x + 1, y: grip.y + grip.height + 5 }
  const to = await placeOfWords(page, 'Kerman')
  for (const isMeant of [false, true]) {
    await page.mouse.move(head.x, head.y)
    await page.mouse.down()
    await page.mouse.move(to.x + 12, to.y, { steps: 4 })
    if (!isMeant) await page.keyboard.press('Escape')
    await page.mouse.up()
    if (!isMeant) await expect(chosen).toHaveText('bombs went off')
  }
  await expect(chosen).toHaveText('bombs went off in Kerman')
  await expect(status).toContainText('Resize passage “bombs went off” to “bombs went off in Kerman”')

  // Keys move both ends; those that follow each other fast are all done.
  for (const key of ['u', 'k', 'k', 'j', 'j', 'j']) await page.keyboard.press(key)
  await expect(chosen).toHaveText('Two bombs went off in')
  await page.keyboard.press('Control+z')
  await expect(chosen).toHaveText('Two bombs went off in Kerman')

  // In two where the caret stands, and in one again.
  await click('nt')
  await page.keyboard.press('s')
  await expect(status).toContainText('2 passages')
  await expect(text.locator('mark.tagged')).toHaveText(['Two bombs went', 'off in Kerman'])
  await page.keyboard.press('g')
  await expect(status).toContainText('1 passage ')
  await expect(chosen).toHaveText('Two bombs went off in Kerman')

  // Others on the same words: a click takes the innermost, another click the next one outwards; the list names them all.
  await desk.select('Kerman on 3')
  await desk.tag('Date')
  await desk.select('went off in Kerman on')
  await desk.tag('Event')
  await click('Kerman')
  const here = page.getByRole('radiogroup', { name: 'Passages on these words' })
  await expect(here.getByRole('radio')).toHaveText(['Date', 'Event', 'Attack'])
  await expect(here.getByRole('radio', { name: 'Date' })).toBeChecked()
  await click('Kerman')
  await expect(here.getByRole('radio', { name: 'Event' })).toBeChecked()
  await page.keyboard.press('o')
  await expect(here.getByRole('radio', { name: 'Attack' })).toBeChecked()
  await here.getByRole('radio', { name: 'Attack' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(here.getByRole('radio', { name: 'Date' })).toBeFocused()
  await expect(here.getByRole('radio', { name: 'Date' })).toBeChecked()
  await isSound('Overlaps')

  // With several to merge with, one is chosen.
  await text.focus()
  await page.keyboard.press('g')
  await page.getByRole('combobox', { name: 'Merge the passage with' }).fill('went off')
  await page.keyboard.press('Enter')
  await expect(status).toContainText('2 passages')

  // The menu has all that can be done, for the hand and for keys, and gives the text its caret back.
  await click('Kerman', 'right')
  const menu = page.getByRole('menu', { name: 'Do with the passage' })
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await isSound('Menu')
  await page.keyboard.press('ArrowUp')
  await expect(menu.getByRole('menuitem', { name: 'Remove what is selected' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(text).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: 'Remove what is selected' }).press('Enter')
  await expect(status).toContainText('1 passage ')

  // What was done last is done again on other words; white space is nothing to do it to.
  await desk.select('Both were Tajik')
  await page.keyboard.press('Enter')
  await expect(chosen).toHaveText('Both were Tajik')
  await expect(chosen).toHaveAttribute('aria-description', 'tag Event')
  await desk.markEntity('ISIS-K', 'armed group')
  await desk.select('Gunmen')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option', { name: 'Repeat: Mark as “ISIS-K”' })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await desk.select(' struck')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.getByRole('toolbar', { name: 'Do with the selected passage' })).toHaveCount(0)
})
