import { copyFileSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from './pages/desk.ts'
import { type App, expect, test } from './support/app.ts'

const caseOf = (app: App): string => {
  const folder = join(app.documents, 'Ligature')
  return join(folder, String(readdirSync(folder).find((name) => name.endsWith('.ligature'))))
}

test('a case that is renamed while it is open is missed at once, and goes on in a copy saved elsewhere', async ({
  launch,
}) => {
  const app = await launch()
  const desk = await new Desk(app).opened()
  await desk.select('said within a day')
  await desk.tag('Claimed')
  const path = caseOf(app)
  renameSync(path, `${path}.gone`)
  await expect(desk.trouble).toContainText('is no longer where it was')
  await desk.select('Both were sent to Syria')
  await desk.page.keyboard.press('1')
  await expect(desk.trouble).toHaveCount(2)
  await expect(desk.status).toContainText('1 passage')

  const saved = join(app.documents, 'Saved.ligature')
  await desk.saveAt(saved)
  await desk.act('Save a copy of the case')
  await expect(desk.page.getByRole('banner')).toContainText('Saved')
  await desk.select('Both were sent to Syria')
  await desk.page.keyboard.press('1')
  await expect(desk.status).toContainText('2 passages')
  await desk.page.keyboard.press('Control+z')
  await desk.page.keyboard.press('Control+z')
  await expect(desk.status).toContainText('0 passages')
})

test('an older file put in the place of the case is told from the one a person worked on', async ({
  launch,
}) => {
  const first = await launch()
  await new Desk(first).opened()
  await first.close()
  const path = caseOf(first)
  copyFileSync(path, `${path}.older`)
  const places = { userData: first.userData, documents: first.documents }

  const second = await new Desk(await launch(places)).opened()
  await expect(second.trouble).toHaveCount(0)
  await second.select('said within a day')
  await second.tag('Claimed')
  await second.app.close()

  renameSync(`${path}.older`, path)
  const third = await new Desk(await launch(places)).opened()
  await expect(third.trouble).toContainText('is not the file you last worked on')
  await expect(third.status).toContainText('0 passages')
})
