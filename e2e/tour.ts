import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { startApp } from './support/app.ts'
import { type Plan, planOf, samplePlan } from './support/tour-plan.ts'
import { selectWords } from './support/words.ts'

/*
 * The main job without a display, on any article, by real pointer and keys: opens it, marks, tags, links, notes, drags and
 * exports. Leaves a picture of each stage and the exported notes in out/tour. Without an article it takes the sample, and
 * renews the pictures of the README.
 */

const folder = resolve('out/tour')
const pictures = resolve('resources/pictures')
const named = process.argv[2]
const article = named && resolve(process.env.INIT_CWD ?? '.', named)

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const app = await startApp({
  args: article ? [article] : [],
  userData: join(folder, 'settings'),
  documents: join(folder, 'documents'),
  colorScheme: 'light',
})
const page = app.window
await page.setViewportSize({ width: 1440, height: 900 })
try {
  await page.locator('.text').waitFor({ timeout: 15_000 })
  await page.getByText('Saved', { exact: true }).waitFor()
  await picture('1-opened')
  const plan = article ? planOf(await page.locator('.text .paragraph').allTextContents()) : samplePlan

  for (const { name, type } of plan.entities) await markEntity(name, type)
  await picture('2-entities')
  for (const [index, sentence] of plan.sentences.entries())
    await tag(sentence, ['Key claim', 'Background', 'To check'][index] ?? 'Other')
  await picture('3-tagged')
  for (const relation of plan.relations) await relate(relation)
  await picture('4-linked')
  if (plan.sentences[0])
    await note(
      plan.sentences[0],
      '**Check the source.** Who says so, and when? Compare with a *second* report.',
    )
  await picture('5-noted')
  await dragNode()
  await picture('6-dragged')
  await exportNotes()
  await page.getByText('are in “notes.md”').waitFor()
  await picture('7-exported')
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture('8-dark')
  console.log(
    `${plan.entities.length} entities, ${plan.relations.length} relations: see out/tour/notes.md and the pictures beside it.`,
  )
  if (!article) {
    mkdirSync(pictures, { recursive: true })
    copyFileSync(join(folder, '6-dragged.png'), join(pictures, 'window-light.png'))
    copyFileSync(join(folder, '8-dark.png'), join(pictures, 'window-dark.png'))
  }
} finally {
  await app.close()
}

async function picture(name: string): Promise<void> {
  // Two frames: what was just done is painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`out/tour/${name}.png`)
}

async function markEntity(name: string, type: string): Promise<void> {
  await selectWords(page, name)
  await page.keyboard.press('e')
  const field = page.getByRole('combobox', { name: 'Mark as entity' })
  await field.fill(name)
  await page.getByRole('radio', { name: type, exact: true }).click()
  await page.getByRole('option', { name: 'New:' }).click()
  await field.waitFor({ state: 'detached' })
}

async function tag(words: string, name: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('t')
  const field = page.getByRole('combobox', { name: 'Tag the passage' })
  await field.fill(name)
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'detached' })
}

async function note(words: string, body: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill(body)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article', { name: 'Note' }).first().waitFor()
}

async function relate({ words, from, kind, to }: Plan['relations'][number]): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('r')
  for (const [label, answer] of [
    ['Who', from],
    ['does what', kind],
    ['to whom', to],
  ] as const) {
    await page.getByRole('combobox', { name: label }).fill(answer)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('region', { name: 'Relation' }).waitFor()
  await page.getByRole('button', { name: 'Close' }).first().click()
}

/** Drags the node in the middle of the picture a little to the side: the board shows it where the case then has it. */
async function dragNode(): Promise<void> {
  await closeMessages(page)
  await page.getByRole('toolbar', { name: 'Network' }).getByRole('button', { name: 'Arrange' }).click()
  await page.getByText('Last step: Arrange').waitFor()
  const at = await nodePlace(page)
  if (!at) return
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 30, at.y + 24, { steps: 6 })
  await page.mouse.up()
  await page.getByText('Last step: Move').waitFor()
  await page.mouse.move(5, 300)
}

async function exportNotes(): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    },
    join(folder, 'notes.md'),
  )
  await page.getByRole('button', { name: 'Export notes…' }).click()
}

async function closeMessages(window: Page): Promise<void> {
  for (const button of await window.getByRole('button', { name: 'Close message' }).all()) await button.click()
}

/** Where a node stands on the screen: the pointer feels over the board until one answers, as a hand would. */
async function nodePlace(window: Page): Promise<{ x: number; y: number } | null> {
  const box = await window.locator('.canvas').boundingBox()
  if (!box) return null
  for (let y = box.y + 90; y < box.y + box.height - 60; y += 26)
    for (let x = box.x + 40; x < box.x + box.width - 40; x += 26) {
      await window.mouse.move(x, y)
      if (await window.locator('.draw-handle').isVisible()) return { x, y }
    }
  return null
}
