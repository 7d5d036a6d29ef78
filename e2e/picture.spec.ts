import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'

const shown = ['Kerman', 'ISIS-K', 'Iran', 'Qassem Soleimani'] as const

test('a picture is worked on: picked, lined up, pinned, grouped, hidden and kept as a view', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await desk.markEntity(shown[0], 'place')
  await desk.markEntity(shown[1], 'armed group')
  await desk.markEntity(shown[2], 'state')
  await desk.markEntity(shown[3], 'person')
  await page.keyboard.press('Escape')

  await test.step('every layout is one step, taken back as one', async () => {
    for (const how of ['as a hierarchy', 'in a circle', 'by date']) {
      await desk.act(`Arrange ${how}`)
      await expect(desk.status).toContainText('Last step: Arrange 4 entities')
      await desk.act('Undo')
      await expect(desk.status).toContainText('Last step: Mark')
    }
  })

  const board = await desk.board.boundingBox()
  if (!board) throw new Error('The board is not shown')
  await test.step('a box picks several, and they are lined up as one step', async () => {
    await page.keyboard.down('Shift')
    await desk.drag(
      { x: board.x + 8, y: board.y + 110 },
      { x: board.x + board.width - 8, y: board.y + board.height - 8 },
    )
    await page.keyboard.up('Shift')
    await expect(page.getByRole('region', { name: '4 picked' })).toBeVisible()
    await page.getByRole('button', { name: 'Align centres' }).click()
    await expect(desk.status).toContainText('Last step: Align 4 entities')
    await page.getByRole('button', { name: 'Pin or unpin' }).click()
    await expect(desk.status).toContainText('Last step: Pin 4 entities')
  })

  await test.step('they become a group, which is collapsed into one node', async () => {
    await page.getByRole('button', { name: 'Group…' }).click()
    await page.getByRole('textbox', { name: 'Group these as' }).fill('Kerman attack')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Collapse or expand' }).click()
    await expect(desk.status).toContainText('Last step: Collapse group “Kerman attack”')
    await page.getByRole('button', { name: 'Collapse or expand' }).click()
    await expect(desk.status).toContainText('Last step: Expand group “Kerman attack”')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: 'Kerman attack' })).toBeHidden()
    await page.keyboard.down('Shift')
    await desk.drag(
      { x: board.x + 8, y: board.y + 60 },
      { x: board.x + board.width - 8, y: board.y + board.height - 8 },
    )
    await page.keyboard.up('Shift')
    // A box around all of a frame picks the frame.
    await expect(page.getByRole('region', { name: 'Kerman attack' })).toBeVisible()
    await page.getByRole('button', { name: 'Ungroup' }).click()
    await expect(desk.status).toContainText('Last step: Ungroup “Kerman attack”')
  })

  await test.step('a view is kept, and brings back what was moved and hidden since', async () => {
    await desk.act('Keep this view')
    await page.getByRole('textbox', { name: 'Keep this view as' }).fill('Lined up')
    await page.keyboard.press('Enter')
    await expect(desk.status).toContainText('Last step: Keep view “Lined up”')
    await (await desk.tab('Entities')).getByRole('button', { name: 'Iran' }).click()
    await page.keyboard.press('h')
    await expect(page.getByText('1 hidden')).toBeVisible()
    await page.getByRole('button', { name: 'More for the network' }).click()
    await page.getByRole('button', { name: 'Lined up', exact: true }).click()
    await expect(desk.status).toContainText('Last step: Open view “Lined up”')
    await expect(page.getByText('1 hidden')).toBeHidden()
  })
  const places = await desk.rows<{ x: number; pinned: number; hidden: number }>(
    'SELECT x, pinned, hidden FROM entity',
  )
  expect(new Set(places.map(({ x }) => x)).size).toBe(1)
  expect(places.map(({ pinned, hidden }) => `${pinned} ${hidden}`)).toEqual(Array(4).fill('1 0'))
})

test('a network is walked by keys, filtered, read as a table, and a way through it is found', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await desk.markEntity('Kerman', 'place')
  await desk.markEntity('ISIS-K', 'armed group')
  for (const [from, kind, to] of [
    ['ISIS-K', 'attacked', 'Kerman'],
    ['Kerman', 'located in', 'Iran'],
  ] as const) {
    await (await desk.tab('Entities')).getByRole('button', { name: from }).click()
    await page.keyboard.press('r')
    await page.getByRole('combobox', { name: 'does what' }).fill(kind)
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'to whom' }).fill(to)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Relation' })).toContainText(kind)
  }
  await page.keyboard.press('Escape')

  await test.step('arrow keys go from one to the next, and say what it is', async () => {
    await desk.board.focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('.board [aria-live]')).toContainText(/, \d relations?: /u)
    await page.keyboard.press('Shift+ArrowDown')
    await expect(desk.status).toContainText('Last step: Move')
    await page.keyboard.press('Enter')
    await expect(page.locator('.inspector :focus')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the filter leaves what it names, also in the table', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    const filter = page.getByRole('region', { name: 'Filter the network' })
    await filter.getByRole('button', { name: 'attacked' }).click()
    await expect(filter).toContainText('2 of 3 shown')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    await expect(page.getByRole('table', { name: 'Entities' }).getByRole('row')).toHaveCount(3)
    await page.getByRole('region', { name: 'Network' }).getByRole('button', { name: 'show all' }).click()
    await expect(page.getByRole('table', { name: 'Entities' }).getByRole('row')).toHaveCount(4)
  })

  await test.step('the table sorts by a measure, and opens what it names', async () => {
    const table = page.getByRole('table', { name: 'Entities' })
    await table.getByRole('button', { name: 'Between' }).click()
    await expect(table.getByRole('row').nth(1)).toContainText('Kerman')
    await expect(table.getByRole('row').nth(1)).toContainText('1')
    await table.getByRole('button', { name: 'ISIS-K' }).click()
    await expect(page.getByRole('region', { name: 'ISIS-K' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Table', exact: true }).click()
  })

  await test.step('communities are shown as rings, and taken away again', async () => {
    const legend = page.getByRole('list', { name: 'What the picture shows' })
    // Without the tools: one of them has the focus, and shows it after a key.
    const mask = [page.getByRole('toolbar', { name: 'Network' })]
    const picture = () => page.locator('.canvas').screenshot({ mask })
    await page.mouse.move(20, 20)
    const before = await picture()
    await desk.act('Colour by community')
    await expect(legend).toContainText('ring: community')
    await expect.poll(async () => (await picture()).equals(before)).toBe(false)
    await desk.act('Colour by community')
    await expect(legend).not.toContainText('ring: community')
    await expect.poll(async () => (await picture()).equals(before)).toBe(true)
  })

  await test.step('what joins two that are picked is listed step by step', async () => {
    await desk.act('Pick all that is shown')
    await expect(page.getByRole('region', { name: '3 picked' })).toBeVisible()
    await (await desk.tab('Entities')).getByRole('button', { name: 'Kerman' }).click()
    await page.keyboard.press('h')
    await desk.act('Pick all that is shown')
    await desk.act('Undo')
    await desk.act('Ways between the two')
    const ways = page.getByRole('region', { name: /^Ways from/u })
    await expect(ways).toContainText('1 way, shortest first')
    await expect(ways).toContainText('ISIS-K attacked Kerman')
    await expect(ways).toContainText('Kerman located in Iran')
  })
})
