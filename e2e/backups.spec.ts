import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from './pages/desk.ts'
import { type App, expect, test } from './support/app.ts'

const folderOf = (app: App) => join(app.documents, 'Ligature')
const caseOf = (app: App): string => {
  const name = readdirSync(folderOf(app)).find((file) => file.endsWith('.ligature'))
  return join(folderOf(app), String(name))
}
const placesOf = ({ userData, documents }: App) => ({ userData, documents })

test('a backup is made, shows what it holds, and is restored into a file of its own', async ({ launch }) => {
  const desk = await new Desk(await launch()).opened()
  await desk.select('said within a day')
  await desk.tag('Claimed')
  await desk.act('Backups')
  const dialog = desk.page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('listitem')).toContainText('1 passage')
  await dialog.getByRole('button', { name: 'Close' }).click()

  await desk.select('Both were sent to Syria')
  await desk.page.keyboard.press('1')
  await expect(desk.status).toContainText('2 passages')
  await desk.act('Backups')
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(desk.page.getByRole('banner')).toContainText('(from ')
  await expect(desk.status).toContainText('1 passage')
  await expect(desk.page.getByRole('log')).toContainText('This is the case as it was on')
  await expect(desk.trouble).toHaveCount(0)
  await desk.page.keyboard.press('Control+z')
  await expect(desk.status).toContainText('0 passages')
  expect(readdirSync(folderOf(desk.app)).filter((name) => name.endsWith('.ligature'))).toHaveLength(2)
})

test('a case found empty at the start is offered from its backups', async ({ launch }) => {
  const first = await new Desk(await launch()).opened()
  await first.select('said within a day')
  await first.tag('Claimed')
  await first.act('Backups')
  const made = first.page.getByRole('dialog', { name: 'Backups' })
  await made.getByRole('button', { name: 'Back up now' }).click()
  await expect(made.getByRole('listitem')).toBeVisible()
  await first.app.close()
  writeFileSync(caseOf(first.app), '')

  const second = new Desk(await launch(placesOf(first.app)))
  await expect(second.trouble).toContainText('is empty')
  await second.trouble.getByRole('button', { name: 'Backups…' }).click()
  const dialog = second.page.getByRole('dialog', { name: 'Backups' })
  await expect(dialog).toContainText('could not be opened')
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(second.mark('said within a day')).toBeVisible()
})

test('what can be read of a damaged case is carried into a new one, and the person reads what could not', async ({
  launch,
}) => {
  const first = await new Desk(await launch()).opened()
  await first.select('said within a day')
  await first.tag('Claimed')
  await first.app.close()
  const path = caseOf(first.app)
  truncateSync(path, Math.floor(readFileSync(path).length / 4096 / 2) * 4096)
  const damaged = readFileSync(path)

  const second = new Desk(await launch(placesOf(first.app)))
  await expect(second.trouble).toContainText('is damaged. It was left as it is.')
  await second.trouble.getByRole('button', { name: 'Carry what can be read' }).click()
  await expect(second.page.getByRole('banner')).toContainText('(rescued)')
  await expect(second.trouble).toContainText('Rescued: 1 article, 1 passage')
  await expect(second.trouble).toContainText('could not be')
  await expect(second.mark('said within a day')).toBeVisible()
  expect(readFileSync(path).equals(damaged)).toBe(true)
})
