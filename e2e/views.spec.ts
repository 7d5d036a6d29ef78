import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

test('every view can be read by everyone, light and dark, and fits a small window', async ({ app }) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await desk.markEntity('ISIS-K', 'armed group')
  await desk.select('said within a day')
  await desk.tag('Claimed')
  await desk.writeNote('A note with **weight**.')

  const isSound = async (view: string) => expect(await violations(page), view).toEqual([])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const tab of ['Articles', 'Tags', 'Entities', 'Notes', 'History'] as const) {
      await desk.tab(tab)
      await isSound(`${tab}, ${colorScheme}`)
    }
  }
  for (const [key, name] of [
    ['Control+k', 'Find or do anything'],
    ['?', 'Keyboard shortcuts'],
    ['Control+i', 'Article details'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await isSound(name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name })).toBeHidden()
  }
  await (await desk.tab('Entities')).getByRole('button', { name: 'ISIS-K' }).click()
  await isSound('Inspector')

  await page.setViewportSize({ width: 900, height: 600 })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  await expect(page.getByRole('button', { name: 'Export notes…' })).toBeInViewport()
})
