import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

const codes = `name,description,color,parent,key,sets
Attack,What was done,#760409,,,Framework
Bomb,,#4486ea,Attack,3,
Ambush,,,Attack,,
الاعتراف,,,,,Framework
`

test('a codebook comes in, is put in order by mouse and by keys, and goes out to other programs', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  const isSound = async () => expect(await violations(page)).toEqual([])
  const from = (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    }, path)
  const line = (name: string) => page.getByRole('treeitem', { name, exact: false })

  // A new tag of the selected words; what is no codebook is refused, and of one all is shown before it is added.
  await desk.select('ISIS-K')
  await page.keyboard.press('v')
  await desk.tab('Tags')
  await expect(line('ISIS-K')).toContainText('1')
  const path = join(app.documents, 'codes.csv')
  writeFileSync(path, 'id,amount\n1,2\n')
  await from(path)
  await page.getByRole('button', { name: 'Import…' }).click()
  await expect(desk.trouble).toContainText('none of its columns is called “name”')
  await page.getByRole('button', { name: 'Close message' }).click()
  writeFileSync(path, `${codes}isis-k,,,Attack,,\n`)
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a codebook' })
  await expect(dialog).toContainText(
    '4 new tags and 1 new set. 1 tag of the same name is in the case already',
  )
  await isSound()
  await dialog.getByRole('button', { name: 'Add to the case' }).click()
  await expect(page.getByRole('treeitem')).toHaveCount(5)

  // Key 1 is still that of the oldest; 3 came with the file.
  await desk.select('said within a day')
  await page.keyboard.press('3')
  await expect(line('Attack')).toContainText('0 of 1')
  await line('Bomb').dragTo(line('الاعتراف'))
  await expect(line('الاعتراف')).toContainText('0 of 1')
  await line('الاعتراف').dragTo(line('Bomb'))
  await expect(desk.trouble).toContainText('which is below it. Nothing was changed.')

  // By keys: fold, open, put below, merge.
  await line('الاعتراف').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(line('Bomb')).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(line('Bomb')).toBeFocused()
  await page.keyboard.press('Enter')
  const editor = page.getByRole('form', { name: 'Tag “Bomb”' })
  await isSound()
  await editor.getByRole('textbox', { name: 'Name of the tag' }).fill('ambush')
  await page.keyboard.press('Enter')
  await expect(page.getByText('There is a tag “Ambush” already.')).toBeVisible()
  await editor.getByRole('button', { name: 'Merge into…' }).press('Enter')
  await page.getByRole('combobox', { name: 'Merge the tag into' }).fill('ambush')
  await page.keyboard.press('Enter')
  await expect(line('Ambush')).toContainText('1')
  await expect(line('Bomb')).toHaveCount(0)

  // A set of its own, and what is in it.
  await page.getByRole('combobox', { name: 'Set of tags that is shown' }).selectOption('New set…')
  await page.getByRole('textbox', { name: 'Name of the set' }).fill('For the report')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No tag is in this set yet.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Set of tags that is shown' }).selectOption('All tags')
  await line('Ambush').click()
  await page.getByText('In no set').click()
  await page.getByRole('checkbox', { name: 'For the report' }).click()
  await expect(page.getByRole('checkbox', { name: 'For the report' })).toBeChecked()
  await page.getByRole('combobox', { name: 'Set of tags that is shown' }).selectOption('For the report')
  await expect(page.getByRole('treeitem')).toHaveText([/Attack/u, /Ambush/u])

  await desk.saveAt(join(app.documents, 'out.qdc'))
  await page.getByRole('button', { name: 'Export REFI-QDA…' }).click()
  await expect(page.getByRole('log')).toContainText('4 tags are in “out.qdc”.')
  expect(readFileSync(join(app.documents, 'out.qdc'), 'utf8')).toContain('name="For the report"')
})
