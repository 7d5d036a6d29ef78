import type * as Electron from 'electron'
import { appendSwitch, shutDown } from './browser.ts'
import { closed, closedEmitter, HostEvent } from './closed.ts'
import { hold } from './instance.ts'
import { appPath, defaultPath, manifest } from './places.ts'

/** What the app as a whole needs of a window. */
export interface OpenWindow {
  close(): void
  destroy(): void
  reload(): void
  isDestroyed(): boolean
  tell(message: Record<string, unknown>): void
  emulate(theme: 'system' | 'light' | 'dark'): void
}
export const windows = new Set<OpenWindow>()

type Name = Parameters<Electron.App['getPath']>[0]
type Part = Pick<
  Electron.App,
  | 'whenReady'
  | 'isReady'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'isPackaged'
  | 'getAppPath'
  | 'getLocale'
  | 'enableSandbox'
  | 'setAboutPanelOptions'
> & { commandLine: Pick<Electron.CommandLine, 'appendSwitch'> }

const events = [
  'ready',
  'activate',
  'open-file',
  'second-instance',
  'web-contents-created',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
]

class App extends closedEmitter('app', events) implements Part {
  readonly isPackaged = false
  readonly commandLine = closed('app.commandLine', { appendSwitch })
  private name = manifest.productName ?? manifest.name ?? 'Electron'
  private readonly paths = new Map<Name, string>()
  private ready = false
  /** From when on nothing new is to begin. */
  quitting = false
  private readonly starting = Promise.withResolvers<void>()

  whenReady(): Promise<void> {
    return this.starting.promise
  }
  isReady(): boolean {
    return this.ready
  }
  /** Called by run.ts when the browser is there. */
  becomeReady(): void {
    if (this.quitting) return
    this.ready = true
    this.starting.resolve()
    this.emit('ready', new HostEvent(), {})
  }

  requestSingleInstanceLock(): boolean {
    return hold(
      this.getPath('userData'),
      (argv, cwd) =>
        // Electron tells of it only once the app is ready
        void this.whenReady().then(() => this.emit('second-instance', new HostEvent(), argv, cwd)),
    )
  }

  quit(): void {
    if (this.quitting) return
    const before = new HostEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.quitting = true
    for (const window of [...windows]) window.close()
    // A window may have refused to close
    if (windows.size > 0) {
      this.quitting = false
      return
    }
    const will = new HostEvent()
    this.emit('will-quit', will)
    if (will.defaultPrevented) this.quitting = false
    else this.exit(0)
  }
  exit(code = 0): void {
    this.quitting = true
    this.emit('quit', new HostEvent(), code)
    void shutDown().finally(() => process.exit(code))
  }
  /** Called by a window that has closed. */
  windowClosed(): void {
    if (windows.size > 0 || this.quitting) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  getPath(name: Name): string {
    const path = this.paths.get(name) ?? defaultPath(name, this.name)
    if (!path) throw new Error(`host/ does not implement electron.app.getPath('${name}')`)
    return path
  }
  setPath(name: Name, path: string): void {
    this.paths.set(name, path)
  }
  getVersion(): string {
    return manifest.version ?? ''
  }
  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getAppPath(): string {
    return appPath
  }
  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }
  enableSandbox(): void {
    // A page in the browser has no other way.
  }
  setAboutPanelOptions(): void {
    // There is no panel to show them.
  }
}

export const app = new App()
