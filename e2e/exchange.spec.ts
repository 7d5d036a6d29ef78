import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { pixelsOf, wordsIn } from './support/drawn.ts'
import { likeness } from './support/likeness.ts'
import { violations } from './support/sound.ts'

test('a network goes out as data, and comes into a new case as it was', async ({ app }) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  const isSound = async () => expect(await violations(page)).toEqual([])
  const from = (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    }, path)

  await desk.markEntity('Qassem Soleimani', 'person')
  await desk.markEntity('Kerman', 'place')
  await desk.select('Two bombs went off in Kerman on 3 January 2024')
  await page.keyboard.press('r')
  await desk.relate('Qassem Soleimani', 'attacked', 'Kerman')
  const path = join(app.documents, 'out.graphml')
  await desk.saveAt(path)
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Export the network' })
  await expect(dialog.getByRole('radio')).toHaveCount(9)
  await isSound()
  await dialog.getByRole('checkbox', { name: /^With passages/u }).uncheck()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('log')).toContainText('2 entities and 1 relation are in “out.graphml”.')
  const first = readFileSync(path, 'utf8')

  // A picture of what is seen, and the same as a drawing whose words are text.
  const picture = async (name: string, format: RegExp, isTransparent = false) => {
    await desk.saveAt(join(app.documents, name))
    await page.keyboard.press('Control+Shift+E')
    await dialog.getByRole('radio', { name: format }).check()
    await dialog.getByRole('checkbox', { name: /^Without a background/u }).setChecked(isTransparent)
    await dialog.getByRole('button', { name: 'Export…' }).click()
    await expect(page.getByRole('log')).toContainText(`What is seen of the network is in “${name}”.`)
    return readFileSync(join(app.documents, name))
  }
  const png = await picture('out.png', /PNG/u)
  const svg = (await picture('out.svg', /SVG/u)).toString()
  expect(wordsIn(svg)).toEqual(
    expect.arrayContaining([
      'A wider war of small attacks',
      'Qassem Soleimani',
      'Kerman',
      'person',
      'attacked',
    ]),
  )
  expect(svg).toContain('>attacked')
  expect(await likeness(png, svg)).toBeGreaterThan(0.9)

  // Twice the screen's pixels; without its ground it is clear wherever nothing is drawn. Title and legend are there too.
  const board = await desk.board.boundingBox()
  const opaque = pixelsOf(png)
  const clear = pixelsOf(await picture('clear.png', /PNG/u, true))
  const titleHeight = 2 * 40
  const boardHeight = 2 * Math.floor(board?.height ?? 0)
  for (const { width, height, channels } of [opaque, clear]) {
    expect([width, channels]).toEqual([2 * Math.floor(board?.width ?? 0), 4])
    expect(height).toBeGreaterThan(titleHeight + boardHeight)
  }
  expect(opaque.drawn(0, opaque.height)).toBe(1)
  expect(clear.drawn(0, titleHeight)).toBeGreaterThan(0.01)
  expect(clear.drawn(titleHeight, titleHeight + boardHeight)).toBeGreaterThan(0.002)
  expect(clear.drawn(titleHeight + boardHeight, clear.height)).toBeGreaterThan(0.01)
  expect(clear.drawn(0, clear.height)).toBeLessThan(0.2)
  expect(clear.drawn(0, 4) + clear.drawn(clear.height - 4, clear.height)).toBe(0)

  // What is no network changes nothing.
  const wrong = join(app.documents, 'wrong.graphml')
  writeFileSync(wrong, first.replace('</graphml>', ''))
  await from(wrong)
  await desk.act('Import a network…')
  await expect(desk.trouble).toContainText('not whole XML')
  await desk.trouble.getByRole('button', { name: 'Close message' }).click()

  await desk.saveAt(join(app.documents, 'Second.ligature'))
  await desk.act('New case…')
  await expect(page.getByRole('banner')).toContainText('Second')
  await from(path)
  await desk.act('Import a network…')
  const preview = page.getByRole('dialog', { name: 'Import a network' })
  await expect(preview).toContainText('2 new entities and 1 new relation.')
  await expect(preview.getByRole('list', { name: 'Relations in the file' })).toContainText(
    'Qassem Soleimani attacked Kerman',
  )
  await expect(preview.getByRole('list', { name: 'Relations in the file' })).toContainText('stated')
  await isSound()
  await preview.getByRole('button', { name: 'Add to the case' }).click()
  await expect(desk.board).toHaveAccessibleName(/^Network of 2 entities and 1 relations/u)
  await expect(page.getByRole('log')).toContainText('2 entities and 1 relation added.')

  const again = join(app.documents, 'again.graphml')
  await desk.saveAt(again)
  await page.keyboard.press('Control+Shift+E')
  await dialog.getByRole('checkbox', { name: /^With passages/u }).uncheck()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('log')).toContainText('are in “again.graphml”.')
  expect(readFileSync(again, 'utf8')).toBe(first)
})
