import type * as Electron from 'electron'
import { Desk } from './pages/desk.ts'
import { expect, onElectron, test } from './support/app.ts'
import { refusedBy } from './support/refused.ts'

test.describe.configure({ mode: 'parallel' })

test('goes nowhere and opens no window, whatever is clicked, dropped or sent', async ({ app }) => {
  const { page } = await new Desk(app).opened()
  await app.evaluate(({ dialog, shell }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    shell.openExternal = async (url) => void asked.push(url)
  })
  const here = page.url()
  await page.evaluate(() => {
    const bar = document.createElement('div')
    bar.id = 'attack'
    bar.style.cssText = 'position: fixed; z-index: 999; top: 0; left: 0; background: white'
    const link = (words: string, href: string, target = '') => {
      const a = document.createElement('a')
      Object.assign(a, { textContent: words, href, target })
      bar.append(a, ' ')
    }
    link('Plain', 'https://elsewhere.invalid/plain')
    link('Blank', 'https://elsewhere.invalid/blank', '_blank')
    link('Other page', '/other.html')
    link('File', 'file:///etc/passwd')
    const form = document.createElement('form')
    form.action = 'https://elsewhere.invalid/form'
    const button = document.createElement('button')
    button.textContent = 'Send'
    form.append(button)
    bar.append(form)
    document.body.append(bar)
  })
  const stays = async (what: string) => {
    await page.waitForTimeout(150)
    // Not by a locator: Playwright's would wait for a page that never comes.
    const shown = await page.evaluate(() => [location.href, document.querySelectorAll('.text').length])
    expect([what, ...shown]).toEqual([what, here, 1])
    await expect.poll(() => page.context().pages().length).toBe(1)
  }
  for (const name of ['Plain', 'Blank', 'Other page', 'File']) {
    const link = page.locator('#attack').getByText(name)
    await link.click()
    await link.click({ button: 'middle' })
    await link.click({ modifiers: ['ControlOrMeta'] })
    await link.click({ modifiers: ['Shift'] })
    await stays(name)
  }
  const button = await page.getByRole('button', { name: 'Send' }).boundingBox()
  if (button) await page.mouse.click(button.x + 5, button.y + 5)
  await stays('form')
  for (const attempt of [
    "location.href = 'https://elsewhere.invalid/href'",
    "location.replace('/other.html')",
    "location.assign('data:text/html,x')",
    "location.href = 'view-source:https://elsewhere.invalid'",
    "open('https://elsewhere.invalid/open')",
    "open('about:blank')",
    "open('/index.html')",
    "open('', '_self').location = 'https://elsewhere.invalid/self'",
    "document.head.insertAdjacentHTML('beforeend', '<meta http-equiv=refresh content=\\'0; url=https://elsewhere.invalid/refresh\\'>')",
    "{ const frame = document.createElement('iframe'); document.body.append(frame); frame.contentWindow.location = 'https://elsewhere.invalid/frame' }",
    "{ const frame = document.createElement('iframe'); document.body.append(frame); frame.contentWindow.open('https://elsewhere.invalid/fromframe') }",
    "{ const link = document.createElement('a'); link.href = 'data:text/plain,x'; link.download = 'x.txt'; link.click() }",
  ]) {
    await page.evaluate(attempt)
    await stays(attempt)
  }
  const cdp = onElectron ? null : await page.context().newCDPSession(page)
  const data = {
    items: [
      { mimeType: 'text/uri-list', data: 'https://elsewhere.invalid/dropped' },
      { mimeType: 'text/html', data: '<img src=https://elsewhere.invalid/dropped.png>' },
    ],
    dragOperationsMask: 1,
  }
  for (const [x, y] of [
    [400, 400],
    [1100, 400],
    [700, 20],
  ] as const) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp?.send('Input.dispatchDragEvent', { type, x, y, data })
    await stays(`drop at ${x}`)
  }
  expect(await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([])
  expect(await refusedBy(app)).toEqual([])
})

test('a link opens outside only for https and mail, when a person has seen the whole host and says so', async ({
  app,
}) => {
  const desk = await new Desk(app).opened()
  const { page } = desk
  await app.evaluate(({ dialog, shell }) => {
    const said = { asked: [] as string[], opened: [] as string[], response: 0 }
    Object.assign(globalThis, { said })
    dialog.showMessageBox = (async (_window: unknown, { message }: Electron.MessageBoxOptions) => {
      said.asked.push(message)
      return { response: said.response, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
    shell.openExternal = async (url) => void said.opened.push(url)
  })
  type Said = { asked: string[]; opened: string[]; response: number }
  const said = () => app.evaluate(() => (globalThis as unknown as { said: Said }).said)
  await desk.select('said within a day')
  await desk.tag('Claimed')
  await desk.writeNote(
    '[one](https://аррӏе.com/login) [two](http://plain.example/) [three](javascript:alert(1)) [four](file:///etc/passwd) [five](mailto:a@b.example?attach=/etc/passwd)',
  )
  const note = page.locator('.margin').getByRole('article', { name: 'Note' })
  await expect(note.getByRole('link')).toHaveText(['one', 'five'])
  await note.getByRole('link', { name: 'one' }).click()
  await expect.poll(async () => (await said()).asked).toEqual(['Open xn--80ak6aa92e.com in your browser?'])
  expect((await said()).opened).toEqual([])
  await app.evaluate(() => {
    ;(globalThis as unknown as { said: Said }).said.response = 1
  })
  await note.getByRole('link', { name: 'one' }).click()
  await expect.poll(async () => (await said()).opened).toEqual(['https://xn--80ak6aa92e.com/login'])
})
