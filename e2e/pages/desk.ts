import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type App, expect } from '../support/app.ts'
import { selectWords } from '../support/words.ts'

/** The window as a person uses it: what can be pressed and typed, and what is then to be seen. */
export class Desk {
  readonly app: App
  constructor(app: App) {
    this.app = app
  }

  get page() {
    return this.app.window
  }
  get text() {
    return this.page.locator('.text')
  }
  get status() {
    return this.page.locator('.status')
  }
  get board() {
    return this.page.getByRole('application', { name: /^Network of/u })
  }
  get trouble() {
    return this.page.getByRole('alert')
  }

  async opened(): Promise<this> {
    await this.page.setViewportSize({ width: 1440, height: 900 })
    await expect(this.text).toBeVisible()
    // The text comes first; what can be done with it waits for the rest of the case.
    await expect(this.status).toContainText('Saved')
    return this
  }

  select(words: string): Promise<void> {
    return selectWords(this.page, words)
  }

  /** Selects words from the beginning of the text on, by keys alone. */
  async selectByKeys(words: number): Promise<void> {
    await this.text.focus()
    await this.page.keyboard.press('Control+Home')
    for (let count = 0; count < words; count++) await this.page.keyboard.press('Control+Shift+ArrowRight')
  }

  mark(words: string) {
    return this.text.locator('mark', { hasText: words })
  }

  async tag(name: string): Promise<void> {
    await this.page.keyboard.press('t')
    const field = this.page.getByRole('combobox', { name: 'Tag the passage' })
    await field.pressSequentially(name)
    await field.press('Enter')
    await expect(field).toBeHidden()
  }

  async markEntity(words: string, type: string): Promise<void> {
    await this.select(words)
    await this.page.keyboard.press('e')
    await this.page.getByRole('radio', { name: type, exact: true }).click()
    await this.page.getByRole('option', { name: 'New:' }).click()
    await expect(this.mark(words).first()).toHaveClass(/mention/u)
  }

  async relate(from: string, kind: string, to: string): Promise<void> {
    for (const [question, answer] of [
      ['Who', from],
      ['does what', kind],
      ['to whom', to],
    ] as const) {
      const field = this.page.getByRole('combobox', { name: question })
      if (question === 'Who' && !(await field.isVisible())) continue
      await field.fill(answer)
      await field.press('Enter')
      if (
        question === 'does what' &&
        !(await this.page.getByRole('combobox', { name: 'to whom' }).isVisible())
      )
        return
    }
  }

  async writeNote(body: string): Promise<void> {
    await this.page.keyboard.press('n')
    const area = this.page.getByRole('textbox', { name: 'Note', exact: true })
    await area.fill(body)
    await area.press('Control+Enter')
    await expect(area).toBeHidden()
  }

  async tab(name: 'Articles' | 'Passages' | 'Tags' | 'Entities' | 'Notes' | 'History') {
    await this.page.getByRole('tab', { name }).click()
    return this.page.getByRole('tabpanel')
  }

  /** Answers every save dialog from now on with a path. */
  async saveAt(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
  }

  /** Does an action by its name, out of the palette. */
  async act(label: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    const field = this.page.getByRole('combobox', { name: 'Find or do anything' })
    await field.fill(label)
    await field.press('Enter')
  }

  async exportNotes(path: string): Promise<void> {
    await this.saveAt(path)
    await this.page.getByRole('button', { name: 'Export notes…' }).click()
  }

  /** Rows of a copy of the case, read by a reader that is not ours: the file itself is the program's alone while it runs. */
  async rows<Row>(query: string): Promise<Row[]> {
    const folder = mkdtempSync(join(this.app.documents, 'copy-'))
    await this.saveAt(join(folder, 'Copy.ligature'))
    expect(await this.page.evaluate(() => window.ligature['case.copy']())).toMatchObject({ ok: true })
    return rowsIn<Row>(join(folder, 'Copy.ligature'), query)
  }

  /** The first node that answers the pointer, felt for wherever something is drawn, from the board's top or from its bottom. */
  async findNode(from: 'top' | 'bottom' = 'top'): Promise<{ x: number; y: number }> {
    const handle = this.page.locator('.draw-handle')
    await this.page.mouse.move(600, 20)
    await expect(handle).toBeHidden()
    // Once more where the picture was still moving into its place.
    for (let tried = 0; tried < 4; tried++) {
      const places = await this.board.evaluate(drawnPlaces)
      for (const { x, y } of from === 'top' ? places : places.toReversed()) {
        await this.page.mouse.move(x, y)
        if (await handle.isVisible()) return { x, y }
      }
    }
    throw new Error('No node answers the pointer')
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await this.page.mouse.move(to.x, to.y, { steps: 4 })
    await this.page.mouse.up()
  }
}

/** Rows of the case file of a closed app, read by a reader that is not ours. */
export function rowsOf<Row>(app: App, query: string): Row[] {
  const folder = join(app.documents, 'Ligature')
  const name = readdirSync(folder).find((file) => file.endsWith('.ligature'))
  return rowsIn<Row>(join(folder, String(name)), query)
}

function rowsIn<Row>(path: string, query: string): Row[] {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare(query).all() as Row[]
  } finally {
    db.close()
  }
}

/** Runs in the page: of the points of a grid over the board, row by row, those where anything is drawn. In CSS pixels. */
function drawnPlaces(board: Element): { x: number; y: number }[] {
  const { left, top, right, bottom } = board.getBoundingClientRect()
  const layers = [...board.querySelectorAll('canvas')].map((canvas) => {
    const box = canvas.getBoundingClientRect()
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
    const scale = canvas.width / box.width
    return (x: number, y: number) => {
      const [column, row] = [Math.round((x - box.left) * scale), Math.round((y - box.top) * scale)]
      return (data?.data[(row * canvas.width + column) * 4 + 3] ?? 0) > 0
    }
  })
  const places: { x: number; y: number }[] = []
  for (let y = top + 70; y < bottom - 20; y += 17)
    for (let x = left + 30; x < right - 20; x += 17)
      if (layers.some((isDrawn) => isDrawn(x, y))) places.push({ x, y })
  return places
}
