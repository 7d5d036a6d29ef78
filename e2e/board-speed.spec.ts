import { test as base, expect } from '@playwright/test'
import type { Browser, Page } from 'playwright-core'
import { bundleParts, openPart, startBrowser } from './support/part.ts'
import type {} from './support/twins.ts'

const folder = 'out/test-parts'
let browser: Browser

const test = base.extend<{ twins: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see that nothing is asked for
  twins: async ({}, use) => {
    const page = await openPart(browser, folder, 'twins')
    await use(page)
    await page.close()
  },
})

test.beforeAll(async () => {
  await bundleParts({ twins: 'e2e/support/twins.ts' }, folder)
  browser = await startBrowser()
})
test.afterAll(() => browser.close())

const changes = [
  'a class of a node',
  'a class of an edge',
  'a name',
  'an element more',
  'an element less',
  'a move',
  'a move within a group',
  'another order',
  'an image',
  'an image still to be loaded',
  'a press',
  'a release',
  'a hidden node',
  'a choice',
  'everything at once',
  'another view',
  'a class of a node',
  'a near view',
  'a class of an edge',
] as const
const few = [
  'a name',
  'an image still to be loaded',
  'a move within a group',
  'a press',
  'an element less',
  'a release',
  'a near view',
  'a class of an edge',
] as const

for (const [name, options] of Object.entries({
  'as on most screens': {},
  'on a screen of two device pixels a CSS pixel': { pixelRatio: 2 },
  'with nodes in a group': { grouped: true },
}))
  test(`the fast board shows what bare Cytoscape shows, ${name}`, async ({ twins }) => {
    const off = await twins.evaluate((of) => window.twins.make(of), options)
    expect(off, 'remedies that found a private name of Cytoscape missing').toEqual([])
    expect(await twins.evaluate(() => window.twins.differ())).toBe(0)
    let wasNear = false
    for (const change of Object.keys(options).length ? few : changes) {
      await twins.evaluate((what) => window.twins.change(what), change)
      wasNear ||= change === 'a near view'
      // So near there is no bitmap, and a name's own small picture may stand at another fraction of a pixel: under 0.1 %.
      const most = wasNear ? 1000 : 0
      const differ = await twins.evaluate((enough) => window.twins.differ(enough), most)
      expect.soft(differ, `pixels after ${change}`).toBeLessThanOrEqual(most)
    }
    const hits = await twins.evaluate(() => window.twins.hits())
    expect(hits.differ).toBe(0)
    expect(hits.found).toBeGreaterThan(50)
  })

test('pressing, dragging and letting go look as in bare Cytoscape, also within a group', async ({
  twins,
}) => {
  await twins.evaluate(() => window.twins.make({ grouped: true }))
  for (const node of ['n40', 'n1']) {
    for (const twin of ['fast', 'bare'] as const) {
      const { x, y } = await twins.evaluate(([which, id]) => window.twins.place(which, id), [
        twin,
        node,
      ] as const)
      await twins.mouse.move(x, y)
      await twins.mouse.down()
      await twins.mouse.move(x + 30, y + 20, { steps: 3 })
      await twins.mouse.move(x + 60, y + 25, { steps: 3 })
      await twins.mouse.up()
      await twins.mouse.move(490, 590)
    }
    expect(await twins.evaluate(() => window.twins.differ())).toBe(0)
    expect((await twins.evaluate(() => window.twins.hits())).differ).toBe(0)
  }
})

test('without any one of the private names the board is bare Cytoscape, and works', async ({ twins }) => {
  const names = await twins.evaluate(() => window.twins.names)
  expect(names.length).toBeGreaterThan(20)
  for (const hidden of names) {
    const off = await twins.evaluate((name) => window.twins.make({ hidden: name }), hidden)
    expect(off.length, hidden).toBeGreaterThan(0)
    await twins.evaluate(() => {
      window.twins.change('a class of a node')
      window.twins.change('a move')
    })
    expect((await twins.evaluate(() => window.twins.hits(3))).differ, hidden).toBe(0)
    expect(await twins.evaluate(() => window.twins.differ()), hidden).toBe(0)
  }
})
