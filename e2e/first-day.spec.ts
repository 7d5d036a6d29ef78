import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

test('the first start shows a sample as an article, with the page around it folded away', async ({
  launch,
}) => {
  const desk = await new Desk(await launch()).opened()
  await expect(desk.text.getByRole('heading', { level: 1 })).toHaveText('A wider war of small attacks')
  expect(await desk.text.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(3)
  const letter = desk.text.getByText('Sign up for the Field Briefing newsletter')
  await expect(letter).toBeHidden()
  await desk.page.getByRole('button', { name: /page furniture set apart/u }).click()
  await expect(letter).toBeVisible()
  await expect(desk.board).toHaveAccessibleName(/^Network of 0 entities/u)
})

test('from an article to exported notes, and all of it there again after a restart', async ({ launch }) => {
  const app = await launch()
  const desk = await new Desk(app).opened()
  const { page } = desk

  // Tag by mouse with a new tag; by keys alone with the same one; by its digit.
  await desk.select('said within a day that the bombs were its own')
  await desk.tag('Claimed')
  await expect(desk.mark('said within a day')).toHaveClass(/tagged/u)
  await desk.selectByKeys(3)
  await desk.tag('clai')
  await expect(desk.status).toContainText('2 passages')
  await desk.select('Both were sent to Syria')
  await page.keyboard.press('1')
  await expect(desk.mark('Both were sent to Syria')).toHaveClass(/tagged/u)
  await expect((await desk.tab('Tags')).getByRole('treeitem', { name: 'Claimed' })).toContainText('3')

  // Entities are nodes; a relation is made from the passage that says it.
  await desk.markEntity('Qassem Soleimani', 'person')
  await desk.markEntity('Quds Force', 'organisation')
  await expect(desk.board).toHaveAccessibleName(/^Network of 2 entities and 0 relations/u)
  await desk.select('Soleimani had commanded the Quds Force')
  await page.keyboard.press('r')
  await desk.relate('Qassem', 'commands', 'Quds')
  const relation = page.getByRole('region', { name: 'Relation' })
  await expect(relation).toContainText('Soleimani had commanded the Quds Force')
  await expect(desk.board).toHaveAccessibleName(/^Network of 2 entities and 1 relations/u)

  // A note: written, changed, deleted, brought back.
  await desk.mark('said within a day').click()
  await desk.writeNote('**Claim within a day.** Check the first wire.')
  const note = page.locator('.margin').getByRole('article', { name: 'Note' })
  await expect(note).toContainText('Claim within a day. Check the first wire.')
  await note.getByRole('button', { name: 'Edit note' }).click()
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Claimed *fast*.')
  await page.keyboard.press('Control+Enter')
  await expect(note).toContainText('Claimed fast.')
  await note.getByRole('button', { name: 'Delete note' }).click()
  await expect(note).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(note).toContainText('Claimed fast.')

  expect(await violations(page)).toEqual([])

  const path = join(app.documents, 'notes.md')
  await desk.exportNotes(path)
  await expect(page.getByRole('status')).toContainText(['are in “notes.md”'])
  const file = readFileSync(path, 'utf8')
  for (const words of [
    '> said within a day that the bombs were its own',
    'Tag: Claimed',
    'Claimed *fast*.',
    '## A wider war of small attacks',
    'Published by: Field Briefing',
    'Date: 9 January 2024',
    'Source: briefing.md',
    'Names: Qassem Soleimani (person)',
    '### Qassem Soleimani commands Quds Force',
    'Evidence for: “Soleimani had commanded the Quds Force”',
  ])
    expect(file).toContain(words)

  await app.close()
  const again = await new Desk(await launch({ userData: app.userData, documents: app.documents })).opened()
  await expect(again.status).toContainText('6 passages · 2 entities · 1 relation · 1 note')
  await expect(again.mark('said within a day')).toHaveClass(/tagged/u)
  await again.page.keyboard.press('Control+z')
  await expect(again.status).not.toContainText('Last step: Delete note')
})

test('every change can be undone, back to the bare article, and done again', async ({ app }) => {
  const desk = await new Desk(app).opened()
  await desk.markEntity('Kerman', 'place')
  await desk.markEntity('ISIS-K', 'armed group')
  await desk.select('said within a day')
  await desk.tag('Claimed')
  await desk.writeNote('A note.')
  await expect(desk.status).toContainText('3 passages · 2 entities · 0 relations · 1 note')
  for (const left of ['0 notes', '2 passages', '1 entity', '0 entities']) {
    await desk.page.keyboard.press('Control+z')
    await expect(desk.status).toContainText(left)
  }
  await expect(desk.text.locator('mark')).toHaveCount(0)
  for (let step = 0; step < 4; step++) await desk.page.keyboard.press('Control+Shift+z')
  await expect(desk.status).toContainText('3 passages · 2 entities · 0 relations · 1 note')
})
