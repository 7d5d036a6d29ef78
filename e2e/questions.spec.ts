import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from './pages/desk.ts'
import { expect, test } from './support/app.ts'
import { violations } from './support/sound.ts'

test('an analyst asks the tags, keeps the question, sees it stay live, and takes the table of tags along', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  const tag = async (words: string, name: string) => {
    await desk.select(words)
    await desk.tag(name)
  }
  await tag('Two bombs went off in Kerman', 'Attack')
  await tag('Two bombs went off in Kerman', 'Key claim')
  await tag('ISIS-K said within a day', 'Key claim')
  await page.keyboard.press('Control+l')
  const passages = page.getByRole('tabpanel').locator('.passage-list button')
  await expect(passages).toHaveCount(2)

  const field = page.getByRole('searchbox', { name: 'Ask the tags' })
  await field.fill('Key claim AND NOT (Attack')
  await expect(page.getByText('A bracket is still open.')).toBeVisible()
  await field.fill('Key claim AND NOT Attack')
  await expect(passages).toHaveText([/ISIS-K said within a day/u])
  await page.getByRole('button', { name: 'Keep this question' }).click()
  await field.fill('')
  const kept = page.getByRole('list', { name: 'Kept questions' }).getByRole('button').first()
  await expect(kept).toHaveText('Key claim AND NOT Attack1')

  await tag('Both were Tajik', 'Key claim')
  await expect(kept).toHaveText('Key claim AND NOT Attack2')
  // What is typed begins no tag's name: Enter takes a new one, not “Key claim”. Renamed, a tag is still what was asked for.
  await tag('Both were Tajik', 'claim')
  await desk.tab('Tags')
  await expect(page.getByRole('treeitem')).toHaveCount(3)
  await page.getByRole('treeitem', { name: 'Key claim' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Name of the tag' }).fill('Main claim')
  await page.keyboard.press('Enter')
  await desk.tab('Passages')
  await expect(kept).toHaveText('Main claim AND NOT Attack2')
  await page.keyboard.press('Control+z')
  await expect(kept).toHaveText('Key claim AND NOT Attack2')
  await page.keyboard.press('Control+z')
  await kept.click()
  await expect(passages).toHaveCount(2)
  await passages.first().click()
  await expect(desk.mark('ISIS-K said within a day')).toHaveClass(/selected/u)
  await expect(passages.first()).toHaveAttribute('aria-current', 'true')
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Tags by tags' }).click()
  await page.getByRole('button', { name: 'Attack, Key claim: 1' }).click()
  await expect(page.getByRole('region', { name: 'Passages of the cell' })).toContainText('Two bombs went off')
  expect(await violations(page)).toEqual([])
  const path = join(app.documents, 'tags.csv')
  await desk.saveAt(path)
  await page.getByRole('button', { name: 'Export as CSV…' }).click()
  await expect(page.getByText('The table is in “tags.csv”.')).toBeVisible()
  expect(readFileSync(path, 'utf8')).toBe('\uFEFF,Attack,Key claim\r\nAttack,1,1\r\nKey claim,1,3\r\n')
})
