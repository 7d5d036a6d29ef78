import type { Browser, Page } from 'playwright-core'
import { bundleParts, openPart, startBrowser } from '../../e2e/support/part.ts'
import { median, type Row } from '../measure.ts'
import { Hand } from './gestures.ts'
import type { Shape } from './page/graph.ts'

const folder = 'out/bench/network'
const sizes = (process.env.LIGATURE_BENCH_SIZES ?? '200,1000,5000,20000').split(',').map(Number)
const asked = (process.env.LIGATURE_BENCH_PEERS ?? 'bare,sigma').split(',')
const shapes = (process.env.LIGATURE_BENCH_SHAPES ?? 'local,random').split(',') as Shape[]
const peers = {
  bare: 'bare Cytoscape 3.34.4',
  // It draws in the browser's GPU process, here without a GPU: what that costs is not the page's, so it is not counted.
  sigma: 'Sigma 4.0.4, its drawing (WebGL by software) not counted',
} as const
type Name = 'ours' | keyof typeof peers

/** The most that `ours / bare` may be on the graph with local edges. */
const targets: Record<string, Record<number, number>> = {
  hover: { 1000: 1 / 50, 5000: 1 / 150 },
  pointing: { 1000: 1 / 10, 5000: 1 / 60 },
  dragging: { 1000: 1 / 8, 5000: 1 / 50 },
  'patch of a row': { 1000: 1 / 4, 5000: 1 / 8 },
}

type Costs = Map<string, number[]>

/** Our board, as it is in the program, beside its peers in one browser, by turns. */
export async function measureNetwork(): Promise<Row[]> {
  const pages = { ours: 'ours', ...peers }
  await bundleParts(
    Object.fromEntries(Object.keys(pages).map((name) => [name, `bench/network/page/${name}.ts`])),
    folder,
  )
  const browsers: Browsers = { drawing: await startBrowser(), webgl: await startBrowser(softwareWebgl) }
  try {
    const rows: Row[] = []
    for (const shape of shapes) for (const size of sizes) rows.push(...(await measure(browsers, size, shape)))
    return rows
  } finally {
    for (const browser of Object.values(browsers)) await browser.close()
  }
}

interface Browsers {
  drawing: Browser
  webgl: Browser
}
const softwareWebgl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox']

async function measure(browsers: Browsers, size: number, shape: Shape): Promise<Row[]> {
  // Without a GPU a frame of Sigma with 20,000 nodes and their names takes minutes, on which nothing here can wait.
  const measured = (['bare', 'sigma'] as const).filter((name) => asked.includes(name))
  const names: Name[] = ['ours', ...measured.filter((name) => name !== 'sigma' || size <= 5000)]
  const costs = new Map<Name, Costs>(names.map((name) => [name, new Map()]))
  const hands = new Map<Name, Hand>()
  for (const name of names) {
    const { hand, first } = await opened(browsers, name, size, shape)
    note(costs.get(name), 'first picture', first)
    hands.set(name, hand)
  }
  // A gesture of bare Cytoscape takes seconds at the large sizes, and differs little from one time to the next.
  const rounds = size > 5000 ? 1 : size > 1000 ? 2 : 3
  for (let round = 0; round < rounds; round++)
    for (const [name, hand] of hands) await gestures(hand, costs.get(name) as Costs, round, size)
  for (const hand of hands.values()) await hand.page.close()
  // Beyond, bare Cytoscape's layout holds the page for minutes, to show what is known. Sigma brings none.
  if (size <= 1000 && shape === 'local')
    for (const name of ['ours', 'bare'] as const) {
      // Alone, since pages share a process, and a task of one would count for the other.
      const { hand } = await opened(browsers, name, size, shape)
      const longest = await hand.longestTask(() => hand.page.evaluate(() => window.peer.arrange?.()))
      note(costs.get(name), 'layout, longest task', longest)
      await hand.page.close()
    }
  return [...(costs.get('ours') ?? [])].flatMap(([what, ours]) =>
    Object.entries(peers).flatMap(([name, peerName]) => {
      const peer = costs.get(name as Name)?.get(what)
      return peer ? [rowOf(what, size, shape, median(ours), median(peer), peerName)] : []
    }),
  )
}

/** A page that has come to rest, and what its first picture cost. */
async function opened({ webgl, drawing }: Browsers, name: Name, size: number, shape: Shape) {
  const hand = await Hand.on(await openPart(name === 'sigma' ? webgl : drawing, folder, name))
  await hand.page.evaluate(() => document.fonts.ready)
  const first = await hand.cost(() =>
    hand.page.evaluate(([nodes, kind]) => window.peer.open(nodes, kind), [size, shape] as const),
  )
  await hand.settle()
  return { hand, first }
}

async function gestures(hand: Hand, costs: Costs, round: number, size: number): Promise<void> {
  const { mouse } = hand.page
  const middle = Math.floor(size / 2) + Math.floor(Math.sqrt(size) / 2)
  const [a, b, margin] = [await hand.at(middle + round), await hand.at(Math.floor(size / 4)), { x: 48, y: 8 }]
  const cost = async (what: string, doing: () => Promise<unknown>) => {
    // What is put off until the picture rests, such as names seen from afar, is no cost of the next gesture.
    await hand.page.waitForTimeout(150)
    const idle = await hand.cost(async () => {})
    note(costs, what, Math.max(0.1, (await hand.cost(doing)) - idle))
  }
  await mouse.move(a.x, a.y)
  await hand.settle()
  // Within one node: what is lit stays, so this is the search for what lies under the pointer and nothing else.
  for (let turn = 0; turn < 3; turn++) {
    const search = await hand.cost(() => stroke(mouse, a))
    const nothing = await hand.cost(() => stroke(mouse, outside))
    note(costs, 'hover', Math.max(0.01, (search - nothing) / strokeMoves))
    await mouse.move(a.x, a.y)
    await hand.settle()
  }
  for (const to of [b, a, b]) await cost('pointing', () => mouse.move(to.x, to.y))
  await mouse.move(margin.x, margin.y)
  await hand.settle()

  await mouse.move(a.x, a.y)
  await hand.settle()
  await cost('press', async () => {
    await mouse.down()
    await mouse.move(a.x + 4, a.y + 4)
  })
  for (let step = 2; step < 7; step++)
    await cost('dragging', () => mouse.move(a.x + step * 4, a.y + step * 4))
  await cost('release', () => mouse.up())
  await mouse.move(margin.x, margin.y)
  await hand.settle()

  await cost('patch of a row', () => hand.page.evaluate((which) => window.peer.patch(which), round + 1))
  await hand.settle()

  await mouse.down()
  await mouse.move(margin.x + 5, margin.y + 5)
  for (let step = 2; step < 6; step++)
    await cost('pan', () => mouse.move(margin.x + step * 5, margin.y + step * 5))
  await mouse.move(margin.x, margin.y)
  await mouse.up()
  await hand.settle()
  for (const way of [-40, 40]) {
    await cost('zoom', () => mouse.wheel(0, way))
    // At another size all that is drawn is drawn anew, once the picture rests.
    await hand.settle()
  }
}

const strokeMoves = 12
/** Beside the board: what the browser itself does for a move is taken off. */
const outside = { x: 20, y: 400 }

async function stroke(mouse: Page['mouse'], { x, y }: { x: number; y: number }): Promise<void> {
  for (let move = 0; move < strokeMoves; move++) await mouse.move(x + (move % 2 ? 0.6 : 0), y)
}

function note(costs: Costs | undefined, what: string, cost: number): void {
  costs?.set(what, [...(costs.get(what) ?? []), cost])
}

function rowOf(what: string, size: number, shape: Shape, ours: number, peer: number, peerName: string): Row {
  const most = shape === 'local' && peerName === peers.bare ? targets[what]?.[size] : undefined
  const ratio = ours / peer
  const target =
    what === 'layout, longest task' ? 'ours < 50 ms' : most ? `≤ 1/${Math.round(1 / most)}` : '≤ 1.2'
  const holds = what === 'layout, longest task' ? ours < 50 : ratio <= (most ?? 1.2)
  return {
    bench: 'network',
    case: `${what}, ${shape}`,
    size,
    ours,
    peer,
    peerName,
    unit: 'ms',
    ratio,
    target,
    holds,
  }
}
