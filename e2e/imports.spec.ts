import { mkdirSync, writeFileSync } from 'node:fs'
import { column, pdfFile } from '../main/import/testing/pdf-file.ts'
import { p, wordFile } from '../main/import/testing/word-file.ts'
import { Desk } from './pages/desk.ts'
import { type App, expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

const first =
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had, as people said.'
const second =
  'The pilots of the port said that they had not seen the like of this in thirty years, nor had their fathers before them.'
const corrected = second.replace('pilots of the port', 'port’s pilots')

test('a day of bringing things in: Word and PDF dropped, a paste, stopped once, and a new version that passages go over to', async ({
  app,
}, info) => {
  mkdirSync(info.outputPath(), { recursive: true })
  const file = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(info.outputPath(name), bytes)
    return info.outputPath(name)
  }
  const word = file(
    'ice.docx',
    wordFile({
      core: '<dc:creator>Mara Lind</dc:creator>',
      body: p('Ice in the harbour', 'Titel') + p(first) + p(second),
    }),
  )
  const pdf = file(
    'boat.pdf',
    await pdfFile([
      [
        { text: 'A boat is lost', x: 60, y: 90, size: 22 },
        ...column(['On the ninth a boat was lost off the', 'point, and nobody was hurt.'], 60, 130, 11),
      ],
    ]),
  )
  const desk = await new Desk(app).opened()

  await test.step('files are dropped on the window: it says so, and one that cannot be read keeps no other out', async () => {
    const scan = file('scan.pdf', await pdfFile([[]]))
    const cdp = await desk.page.context().newCDPSession(desk.page)
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      cdp.send('Input.dispatchDragEvent', {
        ...{ type, x: 400, y: 300 },
        data: { items: [], files: [word, scan, pdf], dragOperationsMask: 1 },
      })
    const target = desk.page.getByRole('status').filter({ hasText: 'Let go to add 3 files as articles' })
    await drag('dragEnter')
    await drag('dragOver')
    await expect(target).toBeVisible()
    await drag('drop')
    await expect(target).toBeHidden()
    // Each file is read in a process of its own, one after the other.
    await expect(desk.trouble).toContainText('“scan.pdf”: This PDF holds pictures of pages', {
      timeout: 60_000,
    })
    await desk.page.getByRole('button', { name: 'Close message' }).click()
    await expect(desk.text.getByRole('heading', { level: 1 })).toHaveText('A boat is lost')
  })
  await desk.page.getByRole('button', { name: /Ice in the harbour/u }).click()
  await desk.select('first week of the year')
  await desk.tag('Weather')
  await desk.select('The pilots of the port said')
  await desk.tag('Claim')

  await test.step('what is known about it is shown and corrected, its language and direction too', async () => {
    await desk.act('Article details')
    const details = desk.page.getByRole('dialog', { name: 'Article details' })
    await expect(details.getByLabel('By', { exact: true })).toHaveValue('Mara Lind')
    await details.getByLabel('Language').fill('no language')
    await details.getByRole('button', { name: 'Save' }).click()
    await expect(desk.trouble).toContainText('short code')
    await details.getByLabel('Language').fill('en-gb')
    await details.getByRole('button', { name: 'Save' }).click()
    await expect(desk.page.locator('.page')).toHaveAttribute('lang', 'en-GB')
  })

  await test.step('a paste with its marks is noticed as a new version, and passages go over by keys', async () => {
    await paste(app, `<h1>Ice in the harbour</h1><p>${first}</p><p>${corrected}</p>`)
    const message = desk.page.getByRole('status').filter({ hasText: 'new version of' })
    await expect(message).toContainText('2 passages can be carried over')
    await message.getByRole('button', { name: 'Compare' }).click()
    const dialog = desk.page.getByRole('dialog', { name: 'New version' })
    await expect(dialog.locator('summary')).toContainText('1 passage')
    expect(await violations(desk.page)).toEqual([])
    await dialog.getByRole('checkbox').focus()
    await desk.page.keyboard.press('y')
    await dialog.getByRole('button', { name: 'Carry over 2 passages' }).click()
    await expect(desk.text.locator('[data-annotations]')).toHaveText([
      'first week of the year',
      'The port’s pilots said',
    ])
    await desk.page.keyboard.press('Control+z')
    await expect(desk.text.locator('[data-annotations]')).toHaveCount(0)
  })

  await test.step('the line says what is read, and Stop leaves what was read before', async () => {
    const heavy = `<h1>Deep</h1>${'<div class=a>'.repeat(200_000)}<p>${first}</p>${'<table><tr><td>'.repeat(150_000)}<p>${second}</p>`
    await choose(app, [
      file('quick.txt', 'Quick\n\nIt left at nine.'),
      file('deep.html', heavy),
      file('late.txt', 'Late'),
    ])
    await desk.act('Open article')
    const line = desk.status.getByRole('status')
    await expect(line).toContainText('Reading 2 of 3: deep.html')
    await line.getByRole('button', { name: 'Stop' }).click()
    await expect(desk.page.getByRole('log')).toContainText('after 1 of 3 files')
    await expect(desk.text.getByRole('heading', { level: 1 })).toHaveText('Quick')
    await expect(line).toBeEmpty()
  })
})

function choose(app: App, paths: string[]): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: chosen })
  }, paths)
}

/** Pastes as the platform would, with marks and without. */
function paste(app: App, html: string): Promise<void> {
  return app.window.evaluate((marked) => {
    const data = new DataTransfer()
    data.setData('text/html', marked)
    data.setData('text/plain', marked.replace(/<[^>]*>/gu, '\n'))
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }))
  }, html)
}
