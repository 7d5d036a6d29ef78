import { join } from 'node:path'
import { BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Settings } from '../settings.ts'
import { pageUrl } from './app-protocol.ts'

/** Opens the window where it stood last. A renderer that crashes is loaded anew: the case is not in it, so nothing is lost. */
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
  window.webContents.on('render-process-gone', () => {
    if (!window.isDestroyed()) void window.loadURL(pageUrl)
  })
  void window.loadURL(pageUrl)
  return window
}

/** Only the top frame of a window of ours may call; a frame that is gone (null) may not. */
export function isOurs(event: IpcMainInvokeEvent): boolean {
  const window = BrowserWindow.fromWebContents(event.sender)
  return window !== null && event.senderFrame !== null && event.senderFrame === event.sender.mainFrame
}
