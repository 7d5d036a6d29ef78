import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import type * as Electron from 'electron'
import { app } from './app.ts'
import { closed } from './closed.ts'
import { UtilityProcess } from './utility-process.ts'

export { app } from './app.ts'
export { dialog } from './dialog.ts'
export { protocol } from './fetch.ts'
export { ipcMain } from './ipc.ts'
export { Menu } from './menu.ts'
export { session } from './session.ts'
export { nativeTheme } from './theme.ts'
export { BrowserWindow } from './window.ts'

export const shell = closed('shell', {
  async openExternal(url: string): Promise<void> {
    launchWithSystem(url)
  },
  async openPath(path: string): Promise<string> {
    launchWithSystem(path)
    return ''
  },
  showItemInFolder(path: string): void {
    launchWithSystem(dirname(path))
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>)

function launchWithSystem(what: string): void {
  const programs: Partial<Record<string, string>> = { darwin: 'open', win32: 'explorer' }
  const child = spawn(programs[process.platform] ?? 'xdg-open', [what], { stdio: 'ignore', detached: true })
  child.on('error', (error) => console.error(error))
  child.unref()
}

export const utilityProcess = closed('utilityProcess', {
  fork(modulePath: string, args: string[] = [], options: Electron.ForkOptions = {}): UtilityProcess {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready')
    return new UtilityProcess(modulePath, args, options)
  },
})

// Named, so that importing them links; using them says what is missing.
export const clipboard = closed('clipboard', {})
export const net = closed('net', {})
