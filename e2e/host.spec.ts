import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { limits } from '../host/limits.ts'
import { expect, onElectron, test } from './support/app.ts'

// The stand-in itself, on a small app of its own: what a spec of Ligature would take for granted. On Electron there is none to look at.
test.skip(onElectron, 'This is about the stand-in for Electron')

interface Bridge {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  echo(value: unknown): unknown
  twice(change: (value: number) => number, value: number): number
  fail(): never
  on(channel: string, listener: (...args: unknown[]) => void): () => void
  path(file: File): Promise<string>
  missing(): void
  deep: { constant: number }
}
declare const bridge: Bridge

test.describe.configure({ mode: 'parallel' }) // every test starts an app of its own

const main = 'host/test-app/main.js'
const events = (window: Page) => window.evaluate(() => bridge.invoke('events'))

test('keeps the preload script, the page and the world outside apart', async ({ launch }) => {
  const { window, evaluate, stderr } = await launch({ main })
  // The strict CSP: a script of the app ran, and no other one
  await expect(window.locator('#ran')).toHaveText('ran')
  expect(await window.evaluate('globalThis.inline')).toBeUndefined()
  const evaluated = window.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.injected = true'
    document.body.append(script)
    return 'injected' in globalThis
  })
  expect(await evaluated).toBe(false)
  const remote = window.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'came',
      () => 'refused',
    ),
  )
  expect(await remote).toBe('refused')

  const own = await window.evaluate(() => {
    const before = bridge.deep
    const attempts = [
      () => Object.assign(globalThis, { bridge: 'replaced' }),
      () => Object.assign(bridge, { invoke: 'replaced' }),
      () => Object.assign(bridge.deep, { constant: 2 }),
    ]
    const held = attempts.map((attempt) => {
      try {
        attempt()
        return false
      } catch {
        return true
      }
    })
    const foreign = Object.getOwnPropertyNames(globalThis).filter((name) =>
      /^(?:secret|require|module|electron|process|__host|b[0-9a-f]{18})$/u.test(name),
    )
    return { held, foreign, same: before === bridge.deep, rtc: 'RTCPeerConnection' in globalThis }
  })
  expect(own).toEqual({ held: [true, true, true], foreign: [], same: true, rtc: false })

  // A page that has replaced what everything is made of sees none of the traffic
  const overheard = await window.evaluate(async () => {
    const heard: unknown[] = []
    const spy = (what: unknown) => {
      if (what instanceof EventTarget && what !== globalThis) heard.push(what)
    }
    const { call, apply } = Function.prototype
    const dispatch = EventTarget.prototype.dispatchEvent
    Function.prototype.call = function (...args) {
      spy(args[0])
      return Reflect.apply(call, this, args)
    }
    Function.prototype.apply = function (...args) {
      spy(args[0])
      return Reflect.apply(apply, this, args)
    }
    EventTarget.prototype.dispatchEvent = function (event) {
      spy(this)
      return Reflect.apply(dispatch, this, [event])
    }
    Array.prototype.map = () => {
      throw new Error('used')
    }
    const answer = await bridge.invoke('echo', [1, { two: [2] }])
    return { answer, heard: heard.length }
  })
  expect(overheard).toEqual({ answer: [1, { two: [2] }], heard: 0 })
  expect(await evaluate((modules) => (modules as unknown as { refused: string[] }).refused)).toEqual([])
  expect(stderr()).toBe('')
})

test('carries values, functions, errors and pushes as Electron does', async ({ launch }) => {
  const { window, evaluate } = await launch({ main })
  const carried = await window.evaluate(async () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    const given = {
      none: undefined,
      date: new Date(7),
      map: new Map([['a', new Set([1])]]),
      bytes: new Uint8Array([1, 2]),
      odd: [Number.NaN, -0, Infinity, 5n],
    }
    const got = (await bridge.invoke('echo', given)) as typeof given
    const echoed = bridge.echo(new Map([['a', [undefined]]])) as Map<string, unknown[]>
    return {
      none: 'none' in got && got.none === undefined,
      date: got.date instanceof Date && got.date.getTime(),
      map: got.map instanceof Map && got.map.get('a')?.has(1),
      bytes: got.bytes instanceof Uint8Array && [...got.bytes],
      odd: got.odd.map((value) => (Object.is(value, -0) ? '-0' : String(value))),
      echoed: echoed instanceof Map && echoed.get('a'),
      twice: bridge.twice((value) => value * 3, 2),
    }
  })
  expect(carried).toEqual({
    none: true,
    date: 7,
    map: true,
    bytes: [1, 2],
    odd: ['NaN', '-0', 'Infinity', '5'],
    echoed: [undefined],
    twice: 18,
  })

  const said = await window.evaluate(async () => {
    const wording = async (attempt: () => unknown) => {
      try {
        await attempt()
        return 'no error'
      } catch (error) {
        return error instanceof Error ? error.message : 'another kind'
      }
    }
    return {
      handler: await wording(() => bridge.invoke('fail')),
      nobody: await wording(() => bridge.invoke('nobody')),
      unclonable: await wording(() => bridge.invoke('unclonable')),
      functionGiven: await wording(() => bridge.invoke('echo', () => {})),
      preload: await wording(() => bridge.fail()),
      missing: await wording(() => bridge.missing()),
    }
  })
  expect(said).toEqual({
    handler: "Error invoking remote method 'fail': TypeError: no such thing",
    nobody: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    unclonable: "Error invoking remote method 'unclonable': Error: An object could not be cloned.",
    functionGiven: 'An object could not be cloned.',
    preload: 'too far',
    missing: 'host/ does not implement electron.ipcRenderer.sendSync',
  })
  const who = await window.evaluate(() => bridge.invoke('who'))
  expect(who).toEqual({ isMainFrame: true, url: 'app://test/page.html', isOurs: true })

  await window.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    const stop = bridge.on('tick', (value) => {
      heard.push(value)
      if (heard.length === 300) stop()
    })
  })
  await evaluate(({ BrowserWindow }) => {
    for (let count = 0; count < 310; count++)
      BrowserWindow.getAllWindows()[0]?.webContents.send('tick', count)
  })
  const inOrder = Array.from({ length: 300 }, (_, index) => index)
  await expect.poll(() => window.evaluate('globalThis.heard')).toEqual(inOrder)

  // What the host lacks is said by name, and not by an undefined
  const missing = evaluate(({ app }) => app.getAppMetrics())
  await expect(missing).rejects.toThrow('host/ does not implement electron.app.getAppMetrics')
  const lacking = evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setOpacity(1))
  await expect(lacking).rejects.toThrow('host/ does not implement electron.BrowserWindow.setOpacity')
  await expect(evaluate(({ clipboard }) => clipboard.readText())).rejects.toThrow(
    'electron.clipboard.readText',
  )
  const deaf = evaluate(({ app }) => void app.on('gpu-info-update', () => {}))
  await expect(deaf).rejects.toThrow("host/ does not implement electron.app.on('gpu-info-update')")
})

test('goes nowhere and opens nothing that main has not allowed', async ({ launch }) => {
  const { window } = await launch({ main })
  await window.getByRole('link', { name: 'Elsewhere' }).click()
  await expect.poll(() => events(window)).toEqual([['will-navigate', 'https://example.com/elsewhere']])
  await expect(window.getByRole('heading')).toHaveText('Test app')

  await window.getByRole('link', { name: 'Window' }).click()
  await expect.poll(() => events(window)).toContainEqual(['window-open', 'https://example.com/window'])
  await window.evaluate(() => void open('about:blank'))
  await expect.poll(() => window.context().pages().length).toBe(1)

  await window.getByRole('link', { name: 'Other page' }).click()
  await expect(window.getByRole('heading')).toHaveText('Other page')
  await window.reload()
  expect(await window.evaluate(() => bridge.echo('still there'))).toBe('still there')
  const posted = window.evaluate(() =>
    fetch('form', { method: 'POST', body: 'grüß' }).then((answer) => answer.text()),
  )
  expect(await posted).toBe('grüß')
})

test('says where its windows stand, and when they are ready', async ({ launch }) => {
  const { window, evaluate } = await launch({ main })
  const seen = await window.evaluate(() => [screenX, screenY, outerWidth, outerHeight])
  const bounds = () =>
    evaluate(({ BrowserWindow }) => {
      const { x, y, width, height } = BrowserWindow.getAllWindows().at(-1)?.getNormalBounds() ?? {}
      return [x, y, width, height]
    })
  expect(await bounds()).toEqual(seen) // where nobody has said where

  const opened = window.context().waitForEvent('page')
  await evaluate(({ BrowserWindow }, preload) => {
    const second = new BrowserWindow({ x: 60, y: 40, width: 500, height: 400, webPreferences: { preload } })
    const said: string[] = []
    Object.assign(globalThis, { said })
    second.on('ready-to-show', () => said.push(second.webContents.getURL()))
    second.on('maximize', () => said.push('maximize'))
    second.on('unmaximize', () => said.push('unmaximize'))
    void second.loadURL('app://test/other.html')
    second.maximize()
  }, resolve('host/test-app/preload.cjs'))
  const second = await opened
  const said = () => evaluate(() => (globalThis as unknown as { said: string[] }).said)
  await expect.poll(said).toEqual(['app://test/other.html', 'maximize'])
  expect(await second.evaluate(() => bridge.echo(7))).toBe(7)
  expect(await bounds()).toEqual([60, 40, 500, 400])
  await evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.restore())
  await expect.poll(said).toContain('unmaximize')
  const restored = () => second.evaluate(() => [screenX, screenY, outerWidth, outerHeight])
  await expect.poll(restored).toEqual([60, 40, 500, 400])

  await second.close() // as a person does
  await expect.poll(() => evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('asks with dialogs, and passes the keys of the menu on', async ({ launch }) => {
  const { window, evaluate, documents } = await launch({ main })
  const path = join(documents, 'notes.md')
  writeFileSync(path, 'old')
  const ask = () =>
    evaluate(
      ({ dialog }, defaultPath) =>
        dialog.showSaveDialog({
          title: 'Save notes',
          defaultPath,
          filters: [{ name: 'Markdown', extensions: ['md'] }],
        }),
      path,
    )

  const saved = ask()
  const field = window.getByRole('textbox', { name: 'Save as' })
  await expect(field).toHaveValue(path)
  await expect(field).toBeFocused()
  await window.keyboard.press('ControlOrMeta+n') // not for the menu while a dialog is open
  await window.keyboard.press('Enter')
  await expect(window.getByRole('alertdialog')).toContainText('notes.md already exists')
  await window.keyboard.press('Escape')
  await field.fill(join(documents, 'nowhere', 'notes'))
  await window.keyboard.press('Enter')
  await expect(window.getByRole('alert')).toContainText('There is no folder')
  await field.fill('other')
  await window.keyboard.press('Enter')
  expect(await saved).toEqual({ canceled: false, filePath: join(documents, 'other.md') })
  expect(existsSync(join(documents, 'other.md'))).toBe(false)
  expect(readFileSync(path, 'utf8')).toBe('old')

  const canceled = ask()
  await expect(field).toBeFocused()
  await window.keyboard.press('Escape')
  expect(await canceled).toEqual({ canceled: true, filePath: '' })

  const box = evaluate(({ dialog }) =>
    dialog.showMessageBox({ message: 'Sure?', buttons: ['Yes', 'No'], checkboxLabel: 'Never again' }),
  )
  await window.getByRole('alertdialog', { name: 'Sure?' }).getByLabel('Never again').check()
  await window.getByRole('button', { name: 'No' }).click()
  expect(await box).toEqual({ response: 1, checkboxChecked: true })

  const chooser = window.waitForEvent('filechooser')
  await window.title() // by now the browser knows that we want to answer
  const opened = evaluate(({ dialog }) =>
    dialog.showOpenDialog({ properties: ['openFile', 'multiSelections'] }),
  )
  await (await chooser).setFiles([path])
  // Playwright hands a connected browser a copy of the file, under the same name
  const { filePaths } = await opened
  expect(filePaths.map((chosen) => [basename(chosen), readFileSync(chosen, 'utf8')])).toEqual([
    ['notes.md', 'old'],
  ])

  await window.getByLabel('File').setInputFiles(path)
  const paths = await window.evaluate(async () => {
    const file = document.querySelector('input')?.files?.[0]
    return [file && (await bridge.path(file)), await bridge.path(new File(['x'], 'made-up.txt'))]
  })
  expect(paths).toEqual([expect.stringMatching(/[\\/]notes\.md$/u), ''])
  // A path takes longer to find than nothing, and still arrives in its turn
  await evaluate(({ ipcMain }) => {
    const arrived: unknown[] = []
    Object.assign(globalThis, { arrived })
    ipcMain.removeHandler('echo')
    ipcMain.handle('echo', (_event, value) => void arrived.push(value))
  })
  await window.evaluate(async () => {
    const file = document.querySelector('input')?.files?.[0]
    if (file) await Promise.all([bridge.path(file), bridge.invoke('echo', 'next')])
  })
  const arrived = evaluate(() => (globalThis as unknown as { arrived: unknown[] }).arrived)
  expect(await arrived).toEqual([paths[0], 'next'])

  await window.keyboard.press('ControlOrMeta+n')
  await window.keyboard.press('ControlOrMeta+Shift+f')
  await expect
    .poll(() => events(window))
    .toEqual([
      ['menu', 'New'],
      ['menu', 'Find'],
    ])
  await window.evaluate(() => document.addEventListener('keydown', (event) => event.stopPropagation()))
  await window.keyboard.press('ControlOrMeta+n') // stopping an event is no claim to it
  await expect.poll(() => events(window)).toHaveLength(3)
  await window.evaluate(() => document.body.addEventListener('keydown', (event) => event.preventDefault()))
  await window.keyboard.press('ControlOrMeta+n') // the page has wanted it for itself
  await window.keyboard.press('ControlOrMeta+t')
  expect(await events(window)).toHaveLength(3)
  expect(window.context().pages()).toHaveLength(1)
})

test('hands a second start over to the first, also after a kill', async ({ launch }) => {
  const first = await launch({ main })
  const { userData } = first
  await first.kill()
  const next = await launch({ main, userData })
  await expect(launch({ main, userData, args: ['article.txt'] })).rejects.toThrow('ended with 0')
  await expect.poll(() => events(next.window)).toEqual([['second-instance', ['article.txt']]])
  await next.close()
  expect(next.stderr()).toBe('')
})

test('gives a crashed window another page', async ({ launch }) => {
  const { window, evaluate } = await launch({ main })
  await evaluate(({ BrowserWindow }) => {
    const [only] = BrowserWindow.getAllWindows()
    only?.webContents.once('render-process-gone', () => void only.loadURL('app://test/other.html'))
  })
  const crash = async (page: Page) => {
    const replaced = page.context().waitForEvent('page')
    await page.goto('chrome://crash').catch(() => {})
    return replaced
  }
  const other = await crash(window)
  await expect(other.getByRole('heading')).toHaveText('Other page')
  await evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.once('render-process-gone', () => contents.reload())
  })
  const reloaded = await crash(other)
  await expect(reloaded.getByRole('heading')).toHaveText('Other page')
  await expect.poll(() => evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

  const unanswered = evaluate(({ app }) => {
    app.exit()
    return new Promise(() => {})
  })
  await expect(unanswered).rejects.toThrow('The app ended before it answered')
})

// What nobody could see here stands in the report by name, with its reason, rather than nowhere.
test.describe('not to be seen on the stand-in', () => {
  for (const [name, what] of Object.entries(limits)) test.skip(`${name}: ${what}`, () => {})
})
