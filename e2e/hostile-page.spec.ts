import { mkdirSync, writeFileSync } from 'node:fs'
import { Desk } from './pages/desk.ts'
import { type App, expect, test } from './support/app.ts'

const WORDS =
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had, people said.'
const hostile = `<!doctype html><html><head><title>Ice</title>
<meta http-equiv="refresh" content="0;url=https://harm.example/refresh">
<link rel="stylesheet" href="https://harm.example/a.css"><link rel="preconnect" href="https://harm.example">
<style>@import url(https://harm.example/b.css); * { background: url(https://harm.example/c.png) }</style>
<script>globalThis.ran = 'script'</script><script src="https://harm.example/a.js"></script></head>
<body onload="globalThis.ran = 'onload'"><article><h1>Ice in the harbour</h1>
<p>${WORDS} <a href="javascript:globalThis.ran = 'link'">More</a></p>
<img src="https://harm.example/d.png" onerror="globalThis.ran = 'image'">
<svg onload="globalThis.ran = 'svg'"><script>globalThis.ran = 'svg script'</script></svg>
<iframe src="https://harm.example/" srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<p>&lt;img src=x onerror="globalThis.ran = 'escaped'"&gt; ${WORDS}</p></article></body></html>`
/** Takes a second and more to take apart, and gives few words. */
const heavy = `<h1>Deep</h1>${'<div class=a>'.repeat(200_000)}<p>${WORDS}</p>${'<table><tr><td>'.repeat(150_000)}<p>${WORDS}</p>`

test('a page made to harm is read as words: nothing of it runs, loads or holds the window up', async ({
  launch,
}, info) => {
  mkdirSync(info.outputPath(), { recursive: true })
  const path = info.outputPath('ice.html')
  const deep = info.outputPath('deep.htm')
  writeFileSync(path, hostile)
  writeFileSync(deep, heavy)

  const named = await launch({ args: [path] })
  await expectHarmless(named)
  await named.close()

  const app = await launch()
  const desk = await new Desk(app).opened()
  const asked: string[] = []
  app.window.on('request', (request) => asked.push(request.url()))
  await choose(app, path)
  await desk.act('Open article')
  await expectHarmless(app)

  // While the heavy one is taken apart, the window draws and the case answers.
  await choose(app, deep)
  await startHearts(app)
  await desk.act('Open article')
  await expect(app.window.getByText(WORDS).first()).toBeVisible({ timeout: 60_000 })
  await expect(app.window.getByRole('heading', { level: 1 })).toHaveText('Deep', { timeout: 60_000 })
  const { answers, longest } = await stopHearts(app)
  info.annotations.push({ type: 'longest silence in ms', description: JSON.stringify(longest) })
  expect(answers).toBeGreaterThan(5)
  expect(asked.filter((address) => address.includes('harm.example'))).toEqual([])
})

async function expectHarmless(app: App): Promise<void> {
  const text = app.window.locator('.text')
  await expect(text.getByRole('heading', { level: 1 })).toHaveText('Ice in the harbour')
  await expect(text).toContainText(`<img src=x onerror="globalThis.ran = 'escaped'"> ${WORDS}`)
  await expect(text.locator('script, style, img, svg, iframe, link, meta, a, table')).toHaveCount(0)
  expect(await app.window.evaluate(() => (globalThis as { ran?: string }).ran)).toBeUndefined()
  expect(await app.window.evaluate(() => location.pathname)).toBe('/index.html')
}

function choose(app: App, path: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
}

/** Beats in the page and in the main process, and calls that go from one to the other and back. */
async function startHearts(app: App): Promise<void> {
  await app.evaluate(() => {
    const heart = { longest: 0, last: performance.now() }
    Object.assign(globalThis, { heart })
    setInterval(() => {
      const now = performance.now()
      heart.longest = Math.max(heart.longest, now - heart.last)
      heart.last = now
    }, 5)
  })
  await app.window.evaluate(() => {
    const heart = { longest: 0, last: performance.now(), answers: 0, slowest: 0 }
    Object.assign(globalThis, { heart })
    const beat = () => {
      const now = performance.now()
      heart.longest = Math.max(heart.longest, now - heart.last)
      heart.last = now
      requestAnimationFrame(beat)
    }
    requestAnimationFrame(beat)
    const ask = async () => {
      const asked = performance.now()
      await window.ligature['case.info']()
      heart.slowest = Math.max(heart.slowest, performance.now() - asked)
      heart.answers++
      setTimeout(ask, 10)
    }
    void ask()
  })
}

async function stopHearts(app: App) {
  type Heart = { longest: number; answers: number; slowest: number }
  const page = await app.window.evaluate(() => (globalThis as unknown as { heart: Heart }).heart)
  const main = await app.evaluate(() => (globalThis as unknown as { heart: Heart }).heart.longest)
  return { answers: page.answers, longest: { page: page.longest, main, call: page.slowest } }
}
