import { randomBytes } from 'node:crypto'
import type * as Electron from 'electron'
import type { CDPSession, Page } from 'playwright-core'
import { app, type OpenWindow } from './app.ts'
import { closed, closedEmitter, HostEvent } from './closed.ts'
import { type Gate, gates, inside, outside } from './fetch.ts'
import { invoke, wording } from './ipc.ts'
import { accelerators, press } from './menu.ts'
import { innerName, preloadSource, stubSource } from './page/source.ts'
import { session } from './session.ts'
import { nativeTheme } from './theme.ts'
import { createWire } from './wire.ts'

type Message = { kind: string; id: number; channel: string; args: unknown[]; [key: string]: unknown }
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
type Part = Pick<
  Electron.WebContents,
  'id' | 'send' | 'getURL' | 'isDestroyed' | 'reload' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'
>

const wire = createWire()
const world = 'Ligature preload'
// Not to be guessed by a page, and new with every start
const names = {
  key: `k${randomBytes(9).toString('hex')}`,
  binding: `b${randomBytes(9).toString('hex')}`,
  file: `file-${randomBytes(9).toString('hex')}-`,
}
const fileToken = new RegExp(`${names.file}\\d+;`, 'gu')
let lastId = 0

/** A request does not carry the fragment of its address. */
function sameDocument(a: string, b: string): boolean {
  const normal = (url: string) => new URL(outside(url)).href.replace(/#.*/u, '')
  return normal(a) === normal(b)
}

const events = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'render-process-gone',
  'did-finish-load',
]

/** What a window does with what its page says. */
export interface Owner extends OpenWindow {
  stateSeen(focused: boolean): void
  moved(): void
}

export class WebContents extends closedEmitter('webContents', events) implements Part {
  readonly id = ++lastId
  readonly session = session.defaultSession
  readonly mainFrame: { readonly url: string }
  private readonly owner: Owner
  private page: Page | null = null
  private cdp: CDPSession | null = null
  private contextId: number | null = null
  private openHandler: OpenHandler | null = null
  private readonly answers = new Map<number, (answer: Message) => void>()
  /** The address that the host itself is loading, which is no navigation by the page. */
  private expected: string | null = null
  /** Ends when everything that the page has said so far is read. */
  private reading: Promise<unknown> = Promise.resolve()

  constructor(owner: Owner) {
    super()
    this.owner = owner
    const url = () => this.getURL()
    this.mainFrame = closed('WebFrameMain', {
      get url() {
        return url()
      },
    })
    app.emit('web-contents-created', new HostEvent(), this)
  }

  /** Puts the preload script and the listeners onto a page that has loaded nothing yet. */
  async furnish(page: Page, bundlePath: string | undefined): Promise<CDPSession> {
    const cdp = await page.context().newCDPSession(page)
    this.page = page
    this.cdp = cdp
    this.contextId = null
    this.reading = Promise.resolve() // a crashed page may never end what it began
    cdp.on('Runtime.executionContextsCleared', () => {
      this.contextId = null
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === names.binding) void this.hear(payload, executionContextId)
    })
    cdp.on('Page.loadEventFired', () => {
      if (this.getURL() !== page.url()) this.emit('did-finish-load') // and not for the empty page before the app's
    })
    cdp.on('Page.frameAttached', ({ frameId }) => gates.set(frameId, this.gate(false)))
    cdp.on('Page.frameDetached', ({ frameId }) => gates.delete(frameId))
    const [{ frameTree }] = await Promise.all([
      cdp.send('Page.getFrameTree'),
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'), // without it the binding is missing when the preload script runs
      cdp.send('Runtime.addBinding', { name: names.binding, executionContextName: world }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: world,
        source: preloadSource(names, bundlePath),
      }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: stubSource(names) }),
    ])
    gates.set(frameTree.frame.id, this.gate(true))
    page.once('close', () => gates.delete(frameTree.frame.id))
    return cdp
  }

  async load(url: string, go: (page: Page) => Promise<unknown>): Promise<void> {
    this.expected = url
    try {
      if (this.page) await go(this.page)
    } finally {
      this.expected = null
    }
  }

  private gate(isMainFrame: boolean): Gate {
    return {
      allows: (url) => {
        if (isMainFrame && this.expected && sameDocument(url, this.expected)) return true
        const event = Object.assign(new HostEvent(), {
          url,
          isMainFrame,
          isSameDocument: false,
          frame: this.mainFrame,
        })
        this.emit('will-frame-navigate', event)
        if (isMainFrame) this.emit('will-navigate', event, url)
        return !event.defaultPrevented
      },
      // Whatever is answered, no window opens: the host has none for it
      opens: (url) => void this.openHandler?.({ url } as Parameters<OpenHandler>[0]),
    }
  }

  private async hear(payload: string, contextId: number): Promise<void> {
    this.contextId = contextId
    // In turn: a file's path takes a while to look up, and what the page says next must not overtake it
    const text = this.reading.then(() => this.withPaths(payload, contextId))
    this.reading = text
    const message = wire.decode(await text) as Message
    const { kind, id, channel, args } = message
    if (kind === 'invoke') await this.answer(id, channel, args, contextId)
    else if (kind === 'dialog') this.answers.get(id)?.(message)
    else if (kind === 'hello') this.tell(accelerators())
    else if (kind === 'key') press(message.accelerator as string, this.owner)
    else if (kind === 'moved') this.owner.moved()
    else if (kind === 'state') {
      nativeTheme.seen(message.dark as boolean)
      this.owner.stateSeen(message.focused as boolean)
    }
  }

  private async answer(id: number, channel: string, args: unknown[], contextId: number): Promise<void> {
    const event = closed(
      'IpcMainInvokeEvent',
      Object.assign(new HostEvent(), {
        type: 'frame' as const,
        sender: this,
        senderFrame: this.mainFrame,
        processId: 1,
        frameId: 1,
      }),
    )
    const answer = { kind: 'answer', id, ...(await invoke(channel, event, args)) }
    let text: string
    try {
      text = wire.encode(answer)
    } catch (error) {
      text = wire.encode({ kind: 'answer', id, error: wording(channel, error) })
    }
    // To the page that asked, not to the one that may have come since
    await this.take(text, contextId)
  }

  /** Replaces the tokens that stand for files by their paths; a file that is on no disk has none. */
  private async withPaths(payload: string, contextId: number): Promise<string> {
    const tokens = [...new Set(payload.match(fileToken))]
    let text = payload
    for (const token of tokens) {
      const path = await this.filePath(`${innerName}.files.get(${JSON.stringify(token)})`, contextId)
      text = text.replaceAll(token, () => JSON.stringify(path).slice(1, -1))
    }
    return text
  }

  /** The path of the file that an expression in the isolated world gives. */
  async filePath(expression: string, contextId = this.contextId): Promise<string> {
    if (!this.cdp || contextId === null) return ''
    try {
      const { result } = await this.cdp.send('Runtime.evaluate', { expression, contextId })
      if (!result.objectId) return ''
      return (await this.cdp.send('DOM.getFileInfo', { objectId: result.objectId })).path
    } catch {
      return '' // the page has gone, or has made the file itself
    }
  }

  /** The browser's own file chooser. It opens only for a click, or what counts as one. */
  async chooseFiles(options: { accept: string; multiple: boolean }): Promise<string[]> {
    if (!this.cdp || this.contextId === null) return []
    const { result } = await this.cdp
      .send('Runtime.evaluate', {
        expression: `${innerName}.choose(${JSON.stringify(options)})`,
        contextId: this.contextId,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      })
      .catch(() => ({ result: { value: [] } })) // the page has gone
    const tokens = result.value as string[]
    return Promise.all(
      tokens.map((token) => this.filePath(`${innerName}.files.get(${JSON.stringify(token)})`)),
    )
  }

  tell(message: Record<string, unknown>): void {
    const text = wire.encode(message)
    if (this.contextId !== null) void this.take(text, this.contextId)
  }

  /** Puts a question into the page and waits for the answer, which is null when the page goes away. */
  ask(message: Record<string, unknown>): Promise<Message | null> {
    const id = ++lastId
    if (this.contextId === null) return Promise.resolve(null)
    const { promise, resolve } = Promise.withResolvers<Message | null>()
    this.answers.set(id, resolve)
    const gone = () => resolve(null)
    this.cdp?.on('Runtime.executionContextsCleared', gone)
    this.page?.on('close', gone)
    this.tell({ ...message, id })
    return promise.finally(() => {
      this.answers.delete(id)
      this.cdp?.off('Runtime.executionContextsCleared', gone)
      this.page?.off('close', gone)
    })
  }

  private async take(text: string, contextId: number): Promise<void> {
    const expression = `${innerName}.take(${JSON.stringify(text)})`
    // A page that has gone hears nothing more
    await this.cdp?.send('Runtime.evaluate', { expression, contextId, silent: true }).catch(() => {})
  }

  send(channel: string, ...args: unknown[]): void {
    this.tell({ kind: 'push', channel, args })
  }
  getURL(): string {
    const url = this.page?.url() ?? ''
    return inside(url)
  }
  isDestroyed(): boolean {
    return this.owner.isDestroyed()
  }
  reload(): void {
    this.owner.reload()
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    // The browser is started with it, see browser.ts
    if (policy !== 'disable_non_proxied_udp')
      throw new Error(`host/ does not implement electron.webContents.setWebRTCIPHandlingPolicy('${policy}')`)
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
}
