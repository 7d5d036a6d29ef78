import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'

test('who did what to whom, graded, dated, drawn in kinds of one’s own, merged and taken apart again', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  const relation = page.getByRole('region', { name: 'Relation' })
  const dialog = page.getByRole('dialog')

  // A type of one's own, which the picker then offers.
  await desk.act('Types and kinds')
  await dialog.getByRole('button', { name: 'New type' }).click()
  await dialog.getByRole('textbox', { name: 'Name of the type' }).fill('shrine')
  await dialog.getByRole('button', { name: 'star' }).click()
  await dialog.getByRole('button', { name: 'landmark' }).click()
  await dialog.getByRole('button', { name: 'Make type' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await desk.markEntity('Shahcheragh shrine', 'shrine')
  await desk.markEntity('ISIS-K', 'armed group')
  await desk.markEntity('Islamic State Khorasan Province', 'armed group')
  await desk.markEntity('Kerman', 'place')

  // A relation with a passage for it and one against it; the article's grade holds until a passage has its own.
  await desk.select('Two bombs went off in Kerman on 3 January 2024')
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'Add a date' }).click()
  await page.getByRole('textbox', { name: 'Happened, or began' }).fill('by 3 January 2024')
  await page.keyboard.press('Enter')
  await desk.relate('ISIS-K', 'attacked', 'Kerman')
  await page.keyboard.press('Control+i')
  await dialog.getByRole('button', { name: 'B: usually reliable' }).click()
  await dialog.getByRole('button', { name: '3: possibly true' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(relation.getByRole('button', { name: 'Grade: B3' })).toBeVisible()
  await desk.select('Both were Tajik')
  await relation.getByRole('button', { name: 'Add against' }).click()
  await expect(relation).toContainText('One passage supports it, one speaks against it.')
  await relation.getByRole('button', { name: 'Grade: B3' }).first().click()
  await relation.getByRole('button', { name: 'A: completely reliable' }).click()
  await expect(relation.locator('.why')).toContainText('A3')

  // A date as a person writes it, and two that cannot be.
  await relation.getByRole('button', { name: 'When: by 3 January 2024' }).click()
  const began = relation.getByRole('textbox', { name: 'Happened, or began' })
  await began.fill('2024-13-40')
  await expect(relation).toContainText('There is no month 13: a year has 01 to 12.')
  await began.fill('22 March 2024')
  await relation.getByRole('textbox', { name: 'Ended' }).fill('before 2023')
  await expect(relation).toContainText('It cannot end (before 2023) before it starts (22 March 2024).')
  await began.fill('around 2022')
  await began.press('Enter')
  await expect(relation.getByRole('button', { name: 'When: around 2022, ended before 2023' })).toBeVisible()

  // The kind gets another name everywhere, and a look of its own.
  await relation.getByRole('button', { name: 'Kinds…' }).click()
  await dialog.getByRole('button', { name: 'attacked 1' }).click()
  await dialog.getByRole('textbox', { name: 'Name, everywhere' }).fill('struck')
  await dialog.getByRole('button', { name: 'double' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(desk.status).toContainText('Last step: Rename kind “attacked” to “struck”')

  // A time chosen on the timeline leaves out, in both panes, what did not happen then.
  await page.getByRole('button', { name: 'Timeline', exact: true }).click()
  const strip = await page.locator('.strip-time').boundingBox()
  if (!strip) throw new Error('There is no timeline')
  const words = desk.mark('Two bombs went off in').first()
  await expect(words).not.toHaveAttribute('data-outside')
  const end = strip.x + strip.width
  await desk.drag({ x: end - 2, y: strip.y + 70 }, { x: end - 11, y: strip.y + 70 })
  await expect(page.getByText('0 of 4 shown')).toBeVisible()
  await expect(words).toHaveAttribute('data-outside')
  await expect(page.locator('.dimmed-line')).toContainText(
    /^\d of \d passages dimmed: outside .* January 2024/u,
  )
  await page.keyboard.press('Escape')
  await expect(words).not.toHaveAttribute('data-outside')
  await expect(page.locator('.dimmed-line')).toBeHidden()

  // A mark says at once what it is and when. Grips, the filter's dates and its slider all say the same time.
  await page.locator('.dated').hover()
  await expect(page.locator('.strip-tip')).toHaveText('ISIS-K struck Kerman around 2022, ended before 2023')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const filter = page.getByRole('region', { name: 'Filter the network' })
  const from = filter.getByRole('textbox', { name: 'From' })
  const chosen = page.locator('.strip-range')
  await from.fill('March 2022')
  await from.press('Enter')
  await expect(chosen).toHaveText('March 2022 – …')
  await from.fill('2022-13')
  await from.press('Enter')
  await expect(filter.getByRole('alert')).toHaveText('There is no month 13: a year has 01 to 12.')
  await expect(chosen).toHaveText('March 2022 – …')
  await filter.getByRole('slider', { name: 'To' }).press('ArrowLeft')
  await expect(chosen).toHaveText('March 2022 – 30 December 2023')
  await expect(from).toHaveValue('March 2022')
  await expect(filter.getByRole('textbox', { name: 'To' })).toHaveValue('30 December 2023')
  await page.keyboard.press('Escape')
  const grip = await page.getByRole('slider', { name: 'From' }).boundingBox()
  if (!grip) throw new Error('The chosen time has no ends')
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2]
  await desk.drag({ x, y }, { x: strip.x - 20, y })
  await expect(chosen).toHaveText('… – 30 December 2023')
  await page.getByRole('button', { name: 'All of time' }).click()
  await page.getByRole('button', { name: 'Timeline', exact: true }).click()

  // Two names of one group become one entity, and undo makes them two again.
  await (await desk.tab('Entities')).getByRole('button', { name: 'ISIS-K' }).click()
  const group = page.getByRole('region', { name: 'ISIS-K' })
  await group.getByRole('button', { name: 'Merge…' }).click()
  await dialog.getByRole('option', { name: /Islamic State Khorasan Province/u }).click()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(group).toContainText('Islamic State Khorasan Province')
  await expect(desk.board).toHaveAccessibleName(/^Network of 3 entities/u)
  await desk.act('Undo')
  await expect(desk.board).toHaveAccessibleName(/^Network of 4 entities/u)
  await desk.act('Redo')

  // Split again, with the mention that is the other's.
  await group.getByRole('button', { name: 'Split…' }).click()
  await dialog
    .getByRole('textbox', { name: 'Name of the new entity' })
    .fill('Islamic State Khorasan Province')
  await dialog.getByRole('checkbox', { name: /ISIS-K, the Islamic State/u }).check()
  await dialog.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Islamic State Khorasan Province' })).toContainText(
    '1 mention',
  )

  // Evidence hangs on it: what goes is named before anything goes.
  await (await desk.tab('Entities')).getByRole('button', { name: 'Kerman' }).click()
  await page.getByRole('region', { name: 'Kerman' }).getByRole('button', { name: 'Delete…' }).click()
  await expect(dialog).toContainText('1 relation, resting on 2 passages, goes with it')
  await expect(dialog).toContainText('ISIS-K struck Kerman')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await desk.rows('SELECT kind, startOn, startHow, endOn, endHow FROM relation')).toEqual([
    { kind: 'struck', startOn: '2022', startHow: 'around', endOn: '2023', endHow: 'before' },
  ])
  expect(await desk.rows('SELECT reliability, credibility, stance FROM evidence ORDER BY stance')).toEqual([
    { reliability: '', credibility: '', stance: 'contradicts' },
    { reliability: 'A', credibility: '', stance: 'supports' },
  ])
})
