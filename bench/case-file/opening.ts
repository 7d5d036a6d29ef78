import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startApp } from '../../e2e/support/app.ts'
import { workbench } from '../../main/workbench/workbench.ts'
import { interleaved, type Row } from '../measure.ts'
import { copyOfCase, deskWith, emptyCase, sizes } from './cases.ts'
import { folder } from './fill.ts'

const target = 'at most 1 s more'

/** From the call that opens a case to the answers which the window shows first, and from a start to the first words seen. */
export async function measureOpening(): Promise<Row[]> {
  const paths = [
    { size: 0, path: emptyCase() },
    ...sizes.map((size) => ({ size, path: copyOfCase(size, `opening-${size}`) })),
  ]
  const file = await interleaved(
    22,
    Object.fromEntries(paths.map(({ size, path }) => [size, () => openAndRead(path)])),
  )
  const window = await interleaved(
    4,
    Object.fromEntries(paths.map(({ size, path }) => [size, () => startAndShow(path)])),
  )
  return [
    ...rowsOf('open the file and answer what is shown first', file),
    ...rowsOf('start the program, until the first words are seen', window),
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

/** Shows the article, or in the empty case what to begin with. Closing counts too, alike for all. */
async function startAndShow(path: string): Promise<void> {
  const places = mkdtempSync(join(folder, 'start-'))
  const app = await startApp({ userData: places, documents: places, args: [path] })
  await app.window.locator('.text, .start').waitFor({ timeout: 120_000 })
  await app.kill()
  rmSync(places, { recursive: true, force: true, maxRetries: 5 })
}
