import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  type Browser,
  test as base,
  chromium,
  _electron as electron,
  type Page,
  type TestInfo,
} from '@playwright/test'
import type * as Electron from 'electron'
import { layFreshCase } from './fresh-case.ts'

export interface LaunchOptions {
  /** The command line after the app: files to open. */
  args?: string[]
  userData?: string
  documents?: string
  colorScheme?: 'light' | 'dark'
  env?: Record<string, string>
  /** A program that runs Node for the stand-in, such as one that watches it. */
  through?: string
  /** Another main bundle than the app's own. */
  main?: string
}

type InMain<Arg, Result> = (modules: typeof Electron, arg: Arg) => Result | Promise<Result>

export interface App {
  window: Page
  /** Runs a function in the main process. It must be self-contained: only its source text goes there. */
  evaluate<Result, Arg = undefined>(run: InMain<Arg, Result>, arg?: Arg): Promise<Result>
  /** Quits as a person does. Every app is closed at the end of its test by itself. */
  close(): Promise<void>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  userData: string
  documents: string
  stderr(): string
}

/** The specs of what only one of the two can show ask this. */
export const onElectron = process.env.LIGATURE_HOST === 'electron'

interface Fixtures {
  /** Starts a program of the test's own. */
  launch(options?: LaunchOptions): Promise<App>
  /**
   * A running program that tests share, with a fresh case for each, for all that does not begin with a start or end with an end.
   * A test that fails takes it along, so the next one gets another.
   */
  app: App
}

interface Shared {
  program: { started(): Promise<App> }
}

export const test = base.extend<Fixtures, Shared>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see that nothing is asked for
  launch: async ({}, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'ligature-e2e-'))
    const apps: App[] = []
    await use(async (options = {}) => {
      const userData = options.userData ?? join(folder, `user-${apps.length}`)
      const documents = options.documents ?? join(folder, `documents-${apps.length}`)
      const app = await startApp({ ...options, userData, documents })
      apps.push(app)
      return app
    })
    for (const [index, app] of apps.entries()) {
      await keepOfFailed(app, testInfo, index, 0)
      await app.close()
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  program: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'ligature-e2e-'))
      let app: App | null = null
      await use({
        started: async () => {
          if (!app) {
            app = await startApp({ userData: join(folder, 'user'), documents: join(folder, 'documents') })
            if (!onElectron) await app.window.context().tracing.stopChunk() // each test has a record of its own
          }
          return app
        },
      })
      await (app as App | null)?.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],

  app: async ({ program }, use, testInfo) => {
    const documents = mkdtempSync(join(tmpdir(), 'ligature-e2e-'))
    const app = await program.started()
    const said = app.stderr().length
    const { tracing } = app.window.context()
    if (!onElectron) await tracing.startChunk({ title: testInfo.title })
    await layFreshCase(app, documents)
    await use({ ...app, documents })
    await keepOfFailed(app, testInfo, 0, said)
    rmSync(documents, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** Of a test that failed: what Playwright recorded of the page, and what the program has said since. */
async function keepOfFailed(app: App, testInfo: TestInfo, index: number, from: number): Promise<void> {
  const failed = testInfo.status !== testInfo.expectedStatus
  // An app that has ended has no trace to give
  await app.window
    .context()
    .tracing.stopChunk(failed ? { path: testInfo.outputPath(`trace-${index}.zip`) } : {})
    .catch(() => {})
  const said = app.stderr().slice(from)
  if (failed && said) await testInfo.attach('stderr', { body: said, contentType: 'text/plain' })
}

export const expect = test.expect

/** Starts the built app on the host there is. */
export function startApp(options: Start): Promise<App> {
  mkdirSync(options.userData, { recursive: true })
  mkdirSync(options.documents, { recursive: true })
  return onElectron ? startOnElectron(options) : startOnHost(options)
}

type Start = LaunchOptions & { userData: string; documents: string }

function environment({ userData, documents, env }: Start): Record<string, string> {
  const own = { LIGATURE_TEST: '1', LIGATURE_USER_DATA: userData, LIGATURE_DOCUMENTS: documents }
  return { ...(process.env as Record<string, string>), ...own, ...env }
}

async function startOnHost(options: Start): Promise<App> {
  const main = options.main ?? 'out/main/index.js'
  const child = fork(resolve('host/run.ts'), [resolve(main), ...(options.args ?? [])], {
    // Half a second of each start goes into compiling and stripping types, the same every time.
    env: {
      LIGATURE_HEADLESS: '1',
      NODE_COMPILE_CACHE: resolve('out/compile-cache'),
      ...environment(options),
    },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    ...(options.through ? { execPath: options.through } : {}),
  })
  const said: string[] = []
  child.stdout?.on('data', (part) => said.push(String(part)))
  child.stderr?.on('data', (part) => said.push(String(part)))
  const stderr = () => said.join('')
  const endpoint = await endpointOf(child, stderr)
  const browser = await chromium.connect(endpoint)
  const window = await firstWindow(browser)
  await window.context().tracing.start({ snapshots: true, title: main })
  if (options.colorScheme) await window.emulateMedia({ colorScheme: options.colorScheme })

  const ended = once(child, 'exit')
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const end = async (ask: () => void) => {
    if (!hasEnded()) ask()
    const late = setTimeout(() => child.kill('SIGKILL'), 8000)
    await ended
    clearTimeout(late)
    await browser.close().catch(() => {}) // its other end has just gone
  }
  return {
    window,
    evaluate: (run, arg) => evaluateIn(child, run.toString(), arg) as never,
    close: () => end(() => child.send({ id: 0, source: '({ app }) => app.quit()' })),
    kill: () => end(() => child.kill('SIGKILL')),
    userData: options.userData,
    documents: options.documents,
    stderr,
  }
}

function endpointOf(child: ChildProcess, stderr: () => string): Promise<string> {
  return new Promise((answer, fail) => {
    child.once('message', (message: { endpoint: string }) => answer(message.endpoint))
    child.once('exit', (code) =>
      fail(new Error(`The app ended with ${code} before it opened a window:\n${stderr()}`)),
    )
  })
}

/** The page that the app has loaded, and not the empty one that the browser starts with. */
async function firstWindow(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0]
  const window = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (!window) throw new Error('The browser has no window')
  // Polled: the empty page may fail to load before the app's own does, and waitForURL would report that
  await expect
    .poll(() => window.url(), { timeout: 20_000, intervals: [50] })
    .toMatch(/^https:\/\/[^/]+(?<!\.host)\.invalid\//u)
  await window.waitForLoadState()
  return window
}

let lastId = 0
function evaluateIn(child: ChildProcess, source: string, arg: unknown): Promise<unknown> {
  const id = ++lastId
  return new Promise((answer, fail) => {
    const hear = (message: { id: number; value?: unknown; error?: string }) => {
      if (message.id !== id) return
      child.off('message', hear)
      child.off('exit', end)
      if (message.error === undefined) answer(message.value)
      else fail(new Error(message.error))
    }
    const end = () => fail(new Error('The app ended before it answered'))
    child.on('message', hear)
    child.once('exit', end)
    child.send({ id, source, arg })
  })
}

async function startOnElectron(options: Start): Promise<App> {
  const app = await electron.launch({
    args: [options.main ?? '.', ...(options.args ?? [])],
    env: environment(options),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  })
  const said: string[] = []
  app.process().stderr?.on('data', (part) => said.push(String(part)))
  return {
    window: await app.firstWindow(),
    evaluate: (run, arg) => app.evaluate(run as never, arg) as never,
    close: () => app.close(),
    kill: async () => {
      app.process().kill('SIGKILL')
      if (app.process().exitCode === null) await once(app.process(), 'exit')
    },
    userData: options.userData,
    documents: options.documents,
    stderr: () => said.join(''),
  }
}
