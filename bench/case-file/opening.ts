import { mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { startApp } from '../../e2e/support/app.ts'
import { workbench } from '../../main/workbench/workbench.ts'
import { interleaved, type Row } from '../measure.ts'
import { copyOfCase, deskWith, emptyCase, sizes } from './cases.ts'
import { folder } from './fill.ts'

const target = 'at most 1 s more'

/** From the call that opens a case to the answers which a window shows first, and to the first words seen in the window. */
export async function measureOpening(): Promise<Row[]> {
  const paths = [
    { size: 0, path: emptyCase() },
    ...sizes.map((size) => ({ size, path: copyOfCase(size, `opening-${size}`) })),
  ]
  const file = await interleaved(
    22,
    Object.fromEntries(paths.map(({ size, path }) => [size, () => openAndRead(path)])),
  )
  const window = await measureWindow(paths)
  return [
    ...rowsOf('open the file and answer what is shown first', file),
    ...rowsOf('open it in a window, until its first words are seen', window),
  ]
}

function rowsOf(what: string, times: Record<string, number>): Row[] {
  const peer = times[0] ?? 0
  return sizes.map((size) => {
    const ours = times[size] ?? 0
    return {
      bench: 'case-file',
      case: what,
      size,
      ours,
      peer,
      peerName: 'an empty case',
      unit: 'ms',
      ratio: ours / peer,
      target,
      holds: ours - peer <= 1000,
    }
  })
}

function openAndRead(path: string): void {
  const desk = deskWith(path)
  const articleId = desk.case.read.one<{ id: string | null }>({
    text: 'SELECT max(id) AS id FROM article',
    values: [],
  })?.id
  workbench['case.info'](desk, undefined)
  if (articleId) {
    workbench['article.read'](desk, { articleId })
    workbench['article.rows'](desk, { articleId })
  }
  desk.case.close()
}

/** Opens each case by turns in one window, as a person does who chooses it in the dialog. */
async function measureWindow(paths: { size: number; path: string }[]): Promise<Record<string, number>> {
  const places = mkdtempSync(join(folder, 'start-'))
  const app = await startApp({ userData: places, documents: places })
  app.window.setDefaultTimeout(120_000)
  await app.window.getByText('Saved', { exact: true }).waitFor()
  // Drawing the network of the case before would still be going on while the next one opens.
  await app.window.keyboard.press('Control+1')
  const open = async (path: string) => {
    await app.window.evaluate(() => window.ligature['case.open']())
    await app.window.waitForFunction(
      (name) =>
        document.querySelector('.bar strong')?.textContent === name &&
        document.querySelector('.text, .start') !== null,
      basename(path, '.ligature'),
    )
  }
  const choose = (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    }, path)
  const times: Record<string, number> = await interleaved(
    8,
    Object.fromEntries(
      paths.flatMap(({ size, path }) => [
        [`choose ${size}`, () => choose(path)],
        [`open ${size}`, () => open(path)],
      ]),
    ),
  )
  await app.close()
  rmSync(places, { recursive: true, force: true, maxRetries: 5 })
  return Object.fromEntries(paths.map(({ size }) => [size, times[`open ${size}`] ?? 0]))
}
