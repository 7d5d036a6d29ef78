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

test('whoever works by keys never loses the place', async ({ app }) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  const { keyboard } = page
  const spoken = page.locator('.board [aria-live]')
  await desk.markEntity('Kerman', 'place')
  await desk.markEntity('ISIS-K', 'armed group')
  await keyboard.press('Escape')

  await test.step('a press on the board takes the keys there', async () => {
    const node = await desk.findNode()
    await page.mouse.click(node.x, node.y)
    await expect(desk.board).toBeFocused()
  })

  await test.step('a picker that is left or done gives the focus back to the board', async () => {
    await (await desk.tab('Entities')).getByRole('button', { name: 'ISIS-K' }).click()
    await desk.board.focus()
    await keyboard.press('r')
    await expect(page.getByRole('combobox', { name: 'does what' })).toBeFocused()
    await keyboard.press('Escape')
    await expect(desk.board).toBeFocused()
    await keyboard.press('r')
    await desk.relate('ISIS-K', 'attacked', 'Kerman')
    await expect(page.getByRole('region', { name: 'Relation' })).toBeVisible()
    await expect(desk.board).toBeFocused()
    await (await desk.tab('Entities')).getByRole('button', { name: 'ISIS-K' }).click()
    await desk.board.focus()
    await desk.writeNote('Who leads it?')
    await expect(desk.board).toBeFocused()
  })

  await test.step('a dialog does so too', async () => {
    await desk.act('Merge with another entity')
    await expect(page.getByRole('combobox', { name: 'With which entity' })).toBeFocused()
    await keyboard.press('Escape')
    await expect(desk.board).toBeFocused()
  })

  await test.step('Escape in the types leaves only them, and then the panel', async () => {
    const panel = page.getByRole('region', { name: 'ISIS-K' })
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await expect(panel.getByRole('radio', { name: 'armed group' })).toBeFocused()
    await keyboard.press('ArrowRight')
    await keyboard.press('Escape')
    await expect(panel.getByRole('button', { name: 'Type: armed group' })).toBeFocused()
    await keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(desk.board).toBeFocused()
  })

  await test.step('arrows go on from the node one stood on last, also when it was hidden', async () => {
    for (const arrow of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      await keyboard.press(arrow)
      if ((await spoken.textContent())?.startsWith('Kerman')) break
    }
    await expect(spoken).toContainText('Kerman, place, 1 relation: ISIS-K attacked Kerman')
    await keyboard.press('h')
    await expect(page.getByText('1 hidden', { exact: false }).first()).toBeVisible()
    await keyboard.press('ArrowRight')
    await expect(spoken).toContainText('ISIS-K, armed group')
    await expect(desk.board).toBeFocused()
  })

  await test.step('a new kind is named at once, with all of its form in sight', async () => {
    await desk.act('Types and kinds')
    await page.getByRole('button', { name: 'New kind' }).click()
    await expect(page.getByRole('textbox', { name: 'Name of the kind' })).toBeFocused()
    await expect(page.getByRole('button', { name: 'Save' })).toBeInViewport()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('button', { name: 'New kind' })).toBeFocused()
    await keyboard.press('Escape')
    await expect(desk.board).toBeFocused()
  })

  await test.step('reading by keys goes on behind the passage that was tagged', async () => {
    await desk.select('its own dead')
    await desk.tag('Claim')
    await expect(desk.text).toBeFocused()
    await keyboard.press('Shift+ArrowRight')
    await keyboard.press('Shift+ArrowRight')
    expect(await page.evaluate(() => String(getSelection()))).toMatch(/^\.\s/u)
  })

  await test.step('whom the selected words name is offered first, in their order', async () => {
    await desk.select('Kerman shows what such a search can yield')
    await keyboard.press('r')
    await expect(page.getByRole('option').first()).toContainText('Kerman')
    await keyboard.press('Escape')
    await expect(desk.text).toBeFocused()
  })
})
