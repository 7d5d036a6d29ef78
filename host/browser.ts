import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, errors, type Page } from 'playwright-core'
import { blankUrl } from './fetch.ts'
import { findBrowser } from './find-browser.mjs'

export const inTest = process.env.LIGATURE_TEST === '1'
const headless = process.env.LIGATURE_HEADLESS === '1'
/** Chromium's sandbox does not start as root. */
const isRoot = process.getuid?.() === 0
const profiles = join(tmpdir(), 'ligature-host')
const profile = `${process.pid}-`

/** The browser obeys only the last list of these that it is given, so Playwright's own is not heard. */
const offFeatures = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'AutofillServerCommunication',
  // The suggestions below an address bar that the app's window does not have: a process of two seconds at each start
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
]

const flags = [
  `--app=${blankUrl}`,
  '--test-type', // without it a bar about unsupported flags takes a part of the window
  '--no-first-run',
  '--class=ligature',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  `--disable-features=${offFeatures.join(',')}`,
  '--metrics-recording-only',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // WebContents.setWebRTCIPHandlingPolicy takes no other
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/** What main says before the browser is started. */
export function appendSwitch(name: string, value?: string): void {
  if (running || launching) throw new Error('host/ takes no switch once the browser has started')
  flags.push(value === undefined ? `--${name}` : `--${name}=${value}`)
}

export interface Running {
  context: BrowserContext
  /** Speaks for the whole browser: all its windows, workers and frames. */
  session: CDPSession
  executable: string
  profile: string
}

let running: Running | null = null
let launching: Promise<Running> | null = null

export function browser(): Running {
  if (!running) throw new Error('Cannot create BrowserWindow before app is ready')
  return running
}

export function launch(): Promise<Running> {
  launching = start()
  return launching
}

async function start(): Promise<Running> {
  const executable = findBrowser()
  if (!executable)
    throw new Error('No Chromium, Chrome or Edge was found. Name one in the environment as LIGATURE_BROWSER.')
  sweep()
  mkdirSync(profiles, { recursive: true })
  for (let tried = 1; ; tried++) {
    const folder = mkdtempSync(join(profiles, profile))
    writePreferences(folder)
    try {
      const context = await open(executable, folder)
      const session = await (context.browser() ?? missing()).newBrowserCDPSession()
      running = { context, session, executable, profile: folder }
      return running
    } catch (error) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      if (tried === mostTries || !(error instanceof errors.TimeoutError)) throw error
    }
  }
}

/** Chromium 156 comes up without a page once in some sixty starts, and would be waited for in vain. A start takes about a second. */
const mostTries = 3
const patience = 20_000

function open(executablePath: string, folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath,
    timeout: patience,
    acceptDownloads: false,
    headless,
    args: flags,
    chromiumSandbox: !isRoot,
    colorScheme: null,
    ignoreDefaultArgs: ['--enable-automation'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: null,
  })
}

/**
 * When a page's name is not found, Chromium asks two name servers for google.com, past every switch, to say whose fault it is.
 * The first, empty page is such a one where it loads before its requests are answered here.
 */
function writePreferences(folder: string): void {
  mkdirSync(join(folder, 'Default'))
  const preferences = { alternate_error_pages: { enabled: false } }
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
}

export async function shutDown(): Promise<void> {
  await launching?.catch(() => {}) // told by run.ts
  if (!running) return
  const { context, profile: folder } = running
  await context.close().catch(() => {}) // it may be gone already: the last window takes it along
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

const taken = new Set<Page>()
let turn: Promise<unknown> = Promise.resolve()

/** An empty app window. One after the other, for a page does not say on whose behalf it was opened. */
export function openPage(): Promise<Page> {
  const page = turn.then(nextPage)
  turn = page.catch(() => {})
  return page
}

/** Whether a page is, or may be about to become, a window that the app itself asked for. */
export function isOurs(page: Page): boolean {
  return taken.has(page) || page.url() === blankUrl
}

async function nextPage(): Promise<Page> {
  const { context, session, executable, profile: folder } = browser()
  // The browser starts with one page; a later window gets its own.
  const first = taken.size === 0 ? context.pages()[0] : undefined
  const page = first ?? (await newPage(context, session, executable, folder))
  taken.add(page)
  return page
}

async function newPage(context: BrowserContext, session: CDPSession, executable: string, folder: string) {
  const opened = context.waitForEvent('page', { predicate: isOurs })
  if (headless) await session.send('Target.createTarget', { url: blankUrl, newWindow: true })
  // With a screen, createTarget would give a window with tabs; a second start hands over to the running browser.
  else spawn(executable, [`--user-data-dir=${folder}`, ...flags], { stdio: 'ignore', detached: true }).unref()
  return opened
}

/** Removes what killed runs left: a profile is named after the process it belongs to. */
function sweep(): void {
  for (const name of list(profiles)) {
    if (isAlive(Number.parseInt(name, 10))) continue
    rmSync(join(profiles, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // nothing has run yet
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function missing(): never {
  throw new Error('The browser ended while it started')
}
