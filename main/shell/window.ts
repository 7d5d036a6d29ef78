import { join } from 'node:path'
import { app, BrowserWindow, dialog, type IpcMainInvokeEvent } from 'electron'
import { log } from '../log.ts'
import type { Settings } from '../settings.ts'
import { pageUrl } from './app-protocol.ts'
import { isSentBy } from './sender.ts'

/** Opens the window where it stood last. */
export function openWindow(settings: Settings, appRoot: string): BrowserWindow {
  const last = settings.now.window
  const window = new BrowserWindow({
    width: last?.width ?? 1440,
    height: last?.height ?? 900,
    ...(last ? { x: last.x, y: last.y } : {}),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Ligature',
    backgroundColor: '#f1efeb',
    autoHideMenuBar: true,
    icon: join(appRoot, 'resources/icon.png'),
    webPreferences: {
      preload: join(appRoot, 'out/preload/bridge.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  if (last?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    settings.change({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  })
  reloadAfterCrash(window)
  void window.loadURL(pageUrl)
  return window
}

/**
 * A page that crashes is loaded anew: the case is not in it, so nothing is lost. One that crashes for the third time within a
 * minute would go on so for ever; then the person is told, and the program ends.
 */
function reloadAfterCrash(window: BrowserWindow): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (window.isDestroyed() || reason === 'clean-exit') return
    log(`The page has gone: ${reason} ${exitCode}`)
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < 60_000), now]
    if (crashes.length < 3) return void window.loadURL(pageUrl)
    dialog.showErrorBox(
      'Ligature’s window fails again and again',
      'Everything that was shown as saved is in the case. Start Ligature anew; if the window fails again, restart the computer.',
    )
    app.quit()
  })
}

export function isOurs(event: IpcMainInvokeEvent): boolean {
  return isSentBy(event, BrowserWindow.fromWebContents(event.sender) !== null, pageUrl)
}
