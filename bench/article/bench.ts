import { readFile } from 'node:fs/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { bundleParts, openPart, startBrowser } from '../../e2e/support/part.ts'
import { median, type Row } from '../measure.ts'

const folder = 'out/bench/article'
const counts = (process.env.LIGATURE_BENCH_SIZES ?? '100,1000,10000,50000').split(',').map(Number)
const texts = (process.env.LIGATURE_BENCH_TEXTS ?? '10,100,1000').split(',').map(Number)
const names = { bare: 'bare text, content-visibility', recogito: 'recogito/text-annotator 4' } as const
type Name = 'ours' | keyof typeof names
/** The peer takes minutes for more. */
const mostOfPeer = 10_000

type Costs = Map<string, number[]>

/** Our article pane, as it is in the program, beside the bare text and a peer in one browser, by turns. */
export async function measureArticle(): Promise<Row[]> {
  const pages: Name[] = ['ours', 'bare', 'recogito']
  await bundleParts(Object.fromEntries(pages.map((name) => [name, `bench/article/page/${name}.ts`])), folder)
  const browser = await startBrowser()
  try {
    const rows: Row[] = []
    for (const text of texts) {
      const added = new Map<number, number>()
      for (const count of counts) rows.push(...(await measure(browser, text, count, added)))
    }
    return rows
  } finally {
    await browser.close()
  }
}

async function measure(
  browser: Browser,
  text: number,
  count: number,
  added: Map<number, number>,
): Promise<Row[]> {
  const costs = new Map<Name, Costs>()
  for (let round = 0; round < (count > 10_000 || text < 1000 ? 2 : 3); round++)
    for (const name of ['ours', 'bare', 'recogito'] as const) {
      if (name === 'recogito' && (count > mostOfPeer || round > 0)) continue
      const of = costs.get(name) ?? new Map<string, number[]>()
      costs.set(name, of)
      await read(browser, name, text, count, of)
    }
  const ours = costs.get('ours') as Costs
  const cost = (of: Costs | undefined, what: string) => median(of?.get(what) ?? [])
  const script = cost(ours, script1)
  added.set(count, script)
  const rows: Row[] = []
  for (const peer of ['bare', 'recogito'] as const) {
    if (!costs.has(peer)) continue
    for (const what of ours.keys()) {
      // The bare text can add nothing.
      if (peer === 'bare' && what.startsWith('add')) continue
      rows.push(rowOf(what, text, count, cost(ours, what), cost(costs.get(peer), what), peer))
    }
  }
  const least = added.get(counts[0] ?? count) ?? script
  rows.push({
    ...rowOf(`${script1}, key to paint request`, text, count, script, least, 'bare'),
    peerName: `ours with ${counts[0]}`,
    target: 'ours ≤ 4 ms',
    holds: script <= 4,
  })
  return rows
}

const script1 = 'add one, script'

async function read(browser: Browser, name: Name, text: number, count: number, costs: Costs): Promise<void> {
  const page = await openPart(browser, folder, name)
  const css = await Promise.all(
    ['base', 'article'].map((each) => readFile(`renderer/styles/${each}.css`, 'utf8')),
  )
  const plain =
    '.bare .block { content-visibility: auto; contain-intrinsic-size: auto 240px } #board { inset: 0 } section { height: 800px }'
  await page.addStyleTag({ content: `${css.join('\n').replace(/@import.*/gu, '')}\n${plain}` })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const note = (what: string, cost: number) => costs.set(what, [...(costs.get(what) ?? []), cost])
  await page.evaluate(([kb, n]) => window.reader.prepare(kb, n), [text, count] as const)
  await page.waitForTimeout(200)
  const before = await metric(cdp, 'TaskDuration')
  const { first, all } = await page.evaluate(() => window.reader.open())
  note('load, main thread', ((await metric(cdp, 'TaskDuration')) - before) * 1000)
  note('words painted', first)
  note('marks in view painted', all)
  await page.waitForTimeout(400)
  await cdp.send('HeapProfiler.collectGarbage')
  note('memory', (await metric(cdp, 'JSHeapUsedSize')) / 1e6)
  if (name !== 'bare') {
    const itself = median(await times(5, () => watchNothing(page, cdp)))
    for (let round = 0; round < 8; round++) await add(page, cdp, name, round, itself, note)
  }
  note('scroll, a frame', await scroll(page, cdp))
  await page.close()
}

async function add(
  page: Page,
  cdp: CDPSession,
  name: Name,
  round: number,
  /** Milliseconds of script that watching itself takes. */
  itself: number,
  note: (what: string, cost: number) => void,
) {
  await page.evaluate((which) => window.reader.ready(which), round)
  // The overview ruler is drawn anew within this time, for the step before.
  await page.waitForTimeout(500)
  const before = await metric(cdp, 'ScriptDuration')
  await page.evaluate(() => window.watch())
  if (name === 'ours') await page.keyboard.press('1')
  const painted = await page.evaluate(() => window.painted)
  note(script1, ((await metric(cdp, 'ScriptDuration')) - before) * 1000 - itself)
  note('add one, to paint', painted)
}

/** Milliseconds of script for watching a key that does nothing. */
async function watchNothing(page: Page, cdp: CDPSession): Promise<number> {
  await page.waitForTimeout(100)
  const before = await metric(cdp, 'ScriptDuration')
  await page.evaluate(() => window.watchNothing())
  await page.keyboard.press('F9')
  await page.evaluate(() => window.painted)
  return ((await metric(cdp, 'ScriptDuration')) - before) * 1000
}

async function times(count: number, measure: () => Promise<number>): Promise<number[]> {
  const found: number[] = []
  while (found.length < count) found.push(await measure())
  return found
}

/** Milliseconds of the main thread for a frame of scrolling through the text. */
async function scroll(page: Page, cdp: CDPSession): Promise<number> {
  const frames = 40
  await page.waitForTimeout(300)
  const before = await metric(cdp, 'TaskDuration')
  await page.evaluate(async (count) => {
    const scroller = document.querySelector('.scroller') as HTMLElement
    for (let frame = 0; frame < count; frame++) {
      scroller.scrollTop += 120
      await new Promise(requestAnimationFrame)
    }
  }, frames)
  return (((await metric(cdp, 'TaskDuration')) - before) * 1000) / frames
}

async function metric(cdp: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? 0
}

function rowOf(
  what: string,
  text: number,
  count: number,
  ours: number,
  peer: number,
  against: keyof typeof names,
): Row {
  const ratio = ours / peer
  const unit = what === 'memory' ? ('MB' as const) : ('ms' as const)
  const isLoad = /^(marks|load)/u.test(what) && count === 10_000 && text === 1000
  const most = against === 'bare' ? (what === 'memory' ? 20 : 1.5) : isLoad ? 1 / 50 : 1
  const target = most < 1 ? `≤ 1/${Math.round(1 / most)}` : `≤ ${most}`
  return {
    bench: 'article',
    case: `${what}, ${text} kB`,
    size: count,
    ours,
    peer,
    peerName: names[against],
    unit,
    ratio,
    target,
    holds: ratio <= most,
  }
}
