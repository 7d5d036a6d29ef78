import { Desk, rowsOf } from './pages/desk.ts'
import { expect, test } from './support/app.ts'

test('a node that was dragged is where it was put after a restart', async ({ launch }) => {
  const app = await launch()
  const desk = await new Desk(app).opened()
  await desk.markEntity('Kerman', 'place')
  const place = await desk.findNode()
  await desk.drag(place, { x: place.x + 90, y: place.y + 70 })
  await expect(desk.status).toContainText('Last step: Move “Kerman”')
  await app.close()
  const [put] = rowsOf<{ x: number; y: number }>(app, 'SELECT x, y FROM entity')
  expect(Math.hypot(put?.x ?? 0, put?.y ?? 0)).toBeGreaterThan(60)

  const later = await launch({ userData: app.userData, documents: app.documents })
  const again = await new Desk(later).opened()
  await expect(again.board).toHaveAccessibleName(/^Network of 1 entities/u)
  await later.close()
  expect(rowsOf(app, 'SELECT x, y FROM entity')).toEqual([put])
})

test('pointing at a node lights its mentions, and pointing at a mention lights its node', async ({ app }) => {
  const desk = await new Desk(app).opened()
  await desk.markEntity('Qassem Soleimani', 'person')
  await desk.page.keyboard.press('Escape')
  await desk.findNode()
  await expect(desk.text.locator('mark[data-lit]')).toHaveText('Qassem Soleimani')
  const canvas = desk.page.locator('.canvas canvas').last()
  await desk.page.mouse.move(600, 20)
  await expect(desk.text.locator('mark[data-lit]')).toHaveCount(0)
  const dark = await canvas.screenshot()
  await desk.mark('Qassem Soleimani').hover()
  await expect.poll(async () => (await canvas.screenshot()).equals(dark)).toBe(false)
})

test('a relation is drawn from node to node, and a passage attached to it', async ({ app }) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await desk.markEntity('Kerman', 'place')
  const first = await desk.findNode()
  await desk.drag(first, { x: first.x - 100, y: first.y - 150 })
  await expect(desk.status).toContainText('Last step: Move “Kerman”')
  await desk.markEntity('ISIS-K', 'armed group')
  await page.keyboard.press('Escape')
  await page.getByRole('toolbar', { name: 'Network' }).getByRole('button', { name: 'Fit in view' }).click()

  const other = await desk.findNode('bottom')
  await desk.findNode()
  const handle = await page.locator('.draw-handle').boundingBox()
  if (!handle) throw new Error('No handle beside the node')
  await desk.drag({ x: handle.x + 7, y: handle.y + 7 }, other)
  await desk.page.getByRole('combobox', { name: 'does what' }).fill('attacked')
  await page.keyboard.press('Enter')
  const relation = page.getByRole('region', { name: 'Relation' })
  await expect(relation).toContainText('attacked')
  await expect(desk.board).toHaveAccessibleName(/and 1 relations/u)

  await desk.select('Two bombs went off')
  await (await desk.tab('Entities')).getByRole('button', { name: 'ISIS-K' }).click()
  await page
    .getByRole('region', { name: 'ISIS-K' })
    .getByRole('button', { name: /attacked/u })
    .click()
  await relation.getByRole('button', { name: 'Add for' }).click()
  await expect(relation).toContainText('Two bombs went off')
  await expect(desk.mark('Two bombs went off')).toBeVisible()
})

test('arranging gives every node a new place, as one step that is taken back as one', async ({ app }) => {
  const desk = await new Desk(app).opened()
  await desk.markEntity('Kerman', 'place')
  await desk.markEntity('ISIS-K', 'armed group')
  await desk.page.keyboard.press('Escape')
  await desk.page.getByRole('toolbar', { name: 'Network' }).getByRole('button', { name: 'Arrange' }).click()
  await expect(desk.status).toContainText('Last step: Arrange 2 entities')
  await desk.act('Undo')
  await expect(desk.status).toContainText('Last step: Mark “ISIS-K”')
})
