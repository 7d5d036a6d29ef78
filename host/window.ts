import type * as Electron from 'electron'
import type { CDPSession, Page } from 'playwright-core'
import { app, windows } from './app.ts'
import { browser, inTest, openPage } from './browser.ts'
import { closedEmitter, HostEvent } from './closed.ts'
import { type Owner, WebContents } from './contents.ts'
import { outside } from './fetch.ts'
import { nativeTheme } from './theme.ts'

type Part = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'focus'
  | 'restore'
  | 'minimize'
  | 'isMinimized'
  | 'maximize'
  | 'isMaximized'
  | 'isDestroyed'
  | 'close'
  | 'destroy'
  | 'setTitle'
  | 'getTitle'
  | 'setRepresentedFilename'
  | 'setDocumentEdited'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
>
const events = [
  'ready-to-show',
  'close',
  'closed',
  'resize',
  'move',
  'maximize',
  'unmaximize',
  'focus',
  'blur',
]
type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

const open = () => [...windows] as BrowserWindow[]
let lastId = 0

export class BrowserWindow extends closedEmitter('BrowserWindow', events) implements Part, Owner {
  readonly id = ++lastId
  readonly webContents: WebContents
  private readonly options: Electron.BrowserWindowConstructorOptions
  private page: Page | null = null
  private cdp: CDPSession | null = null
  private work: Promise<void>
  private bounds: Electron.Rectangle
  private normalBounds: Electron.Rectangle
  private state: State = 'normal'
  /** What the browser said last, while `state` may be what it has yet to do. */
  private seenState: State = 'normal'
  private title: string
  private focused = false
  private crashed = false
  private shown = false
  private destroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    const { width = 800, height = 600, x = 0, y = 0 } = options
    this.bounds = { x, y, width, height }
    this.normalBounds = this.bounds
    this.title = options.title ?? app.getName()
    this.webContents = new WebContents(this)
    this.webContents.on('did-finish-load', () => this.loaded())
    browser() // throws before the app is ready, as Electron does
    windows.add(this)
    this.work = this.start()
  }

  /** For specs: what main has asked for. Electron does not document a way to read it back. */
  get preferences(): Electron.WebPreferences {
    return this.options.webPreferences ?? {}
  }

  static getAllWindows(): BrowserWindow[] {
    return open()
  }
  static getFocusedWindow(): BrowserWindow | null {
    return open().find((window) => window.focused) ?? null
  }
  static fromWebContents(contents: unknown): BrowserWindow | null {
    return open().find((window) => window.webContents === contents) ?? null
  }

  private async start(): Promise<void> {
    const page = await openPage()
    const old = this.page
    this.page = page
    this.cdp = await this.webContents.furnish(page, this.options.webPreferences?.preload)
    page.on('crash', () => this.crash())
    page.on('close', () => {
      if (this.page === page) this.gone() // and not its replacement after a crash
    })
    // Playwright lets a page believe that it has the focus, which suits specs and nobody else
    if (!inTest) await this.cdp.send('Emulation.setFocusEmulationEnabled', { enabled: false })
    if (nativeTheme.themeSource !== 'system') this.emulate(nativeTheme.themeSource)
    const { width, height } = this.normalBounds
    const place = this.options.x === undefined ? { width, height } : this.normalBounds
    await this.place(place)
    // After the place, to which the window is to come back
    if (this.state !== 'normal') await this.place({ windowState: this.state })
    else await this.readBounds(this.cdp)
    await old?.close()
  }

  /** Does one thing after another, as soon as the window is there. What fails because it has closed is of no interest. */
  private later(task: (page: Page, cdp: CDPSession) => unknown): Promise<void> {
    const done = this.work.then(async () => {
      if (this.page && this.cdp && !this.destroyed) await task(this.page, this.cdp)
    })
    this.work = done.catch((error) => {
      if (!this.destroyed) console.error(error)
    })
    return done
  }

  private soon(task: (page: Page, cdp: CDPSession) => unknown): void {
    this.later(task).catch(() => {}) // told by later
  }

  async loadURL(url: string): Promise<void> {
    if (this.crashed) {
      // Such a page is beyond repair for Playwright, so another one takes its place
      this.crashed = false
      this.work = this.start()
    }
    await this.later(async (page) => {
      try {
        await this.webContents.load(url, () => page.goto(outside(url)))
      } catch (error) {
        if (!this.destroyed) throw error
      }
    })
  }

  reload(): void {
    const url = this.webContents.getURL()
    if (this.crashed) this.loadURL(url).catch((error) => console.error(error))
    else this.soon(() => this.webContents.load(url, (page) => page.reload()))
  }

  private loaded(): void {
    this.soon(async (page) => {
      const title = await page.title()
      if (title) this.title = title
      else this.setTitle(this.title)
    })
    if (this.shown) return
    this.shown = true
    this.emit('ready-to-show')
  }

  private crash(): void {
    if (this.destroyed) return
    this.crashed = true
    this.webContents.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 1 })
  }

  private gone(): void {
    if (this.destroyed) return
    // The person has closed it: too late to object, but main still writes down where the window stood
    this.emit('close', new HostEvent())
    this.destroy()
  }

  close(): void {
    if (this.destroyed) return
    const event = new HostEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    windows.delete(this)
    void this.work.then(() => this.page?.close()).catch(() => {}) // it may be closed already
    this.emit('closed')
    app.windowClosed()
  }
  isDestroyed(): boolean {
    return this.destroyed
  }

  stateSeen(focused: boolean): void {
    if (focused === this.focused) return
    this.focused = focused
    this.emit(focused ? 'focus' : 'blur')
  }
  /** Resolves when nothing is loading any more. */
  settled(): Promise<void> {
    return this.later(() => {})
  }
  moved(): void {
    this.soon((_page, cdp) => this.look(cdp))
  }
  private async look(cdp: CDPSession): Promise<void> {
    const { x, y, width, height } = this.bounds
    const wasMaximized = this.seenState === 'maximized'
    await this.readBounds(cdp)
    const now = this.bounds
    if (width !== now.width || height !== now.height) this.emit('resize')
    if (x !== now.x || y !== now.y) this.emit('move')
    if (wasMaximized !== this.isMaximized()) this.emit(wasMaximized ? 'unmaximize' : 'maximize')
  }
  private async readBounds(cdp: CDPSession): Promise<void> {
    const { bounds } = await cdp.send('Browser.getWindowForTarget')
    const { left = 0, top = 0, width = 0, height = 0, windowState = 'normal' } = bounds
    this.bounds = { x: left, y: top, width, height }
    this.state = windowState
    this.seenState = windowState
    if (windowState === 'normal') this.normalBounds = this.bounds
  }
  private async place(to: Partial<Electron.Rectangle> & { windowState?: State }): Promise<void> {
    const { x, y, ...size } = to
    const bounds = { ...size, ...(x === undefined || y === undefined ? {} : { left: x, top: y }) }
    const { windowId } = (await this.cdp?.send('Browser.getWindowForTarget')) ?? {}
    if (windowId !== undefined) await this.cdp?.send('Browser.setWindowBounds', { windowId, bounds })
  }

  getBounds(): Electron.Rectangle {
    return { ...this.bounds }
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.normalBounds }
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds }
    if (this.state === 'normal') this.normalBounds = this.bounds
    this.soon(() => this.place(bounds))
  }
  private setState(state: State): void {
    this.state = state
    this.soon(() => this.place({ windowState: state }))
  }
  maximize(): void {
    this.setState('maximized')
  }
  minimize(): void {
    this.setState('minimized')
  }
  restore(): void {
    this.setState('normal')
  }
  isMaximized(): boolean {
    return this.state === 'maximized'
  }
  isMinimized(): boolean {
    return this.state === 'minimized'
  }
  show(): void {
    this.focus()
  }
  showInactive(): void {
    // A window is visible from its start.
  }
  focus(): void {
    this.soon((page) => page.bringToFront())
  }
  setTitle(title: string): void {
    this.title = title
    this.tell({ kind: 'title', title })
  }
  getTitle(): string {
    return this.title
  }
  setRepresentedFilename(): void {
    // There is no icon in the title bar to show it.
  }
  setDocumentEdited(): void {
    // The title bar has no mark for it.
  }

  tell(message: Record<string, unknown>): void {
    this.webContents.tell(message)
  }
  emulate(theme: 'system' | 'light' | 'dark'): void {
    const features = theme === 'system' ? [] : [{ name: 'prefers-color-scheme', value: theme }]
    void this.cdp?.send('Emulation.setEmulatedMedia', { features }).catch(() => {}) // a closing window needs no theme
  }
}
