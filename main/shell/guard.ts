import { app, session, shell, type WebContents } from 'electron'
import { pageUrl } from './app-protocol.ts'

/** Electron's security checklist: no page of ours may go elsewhere, open a window, embed one, or be given a permission. */
export function guard(): void {
  app.on('web-contents-created', (_event, contents) => keepAtHome(contents))
}

/** Sessions exist only once the app is ready. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.setDevicePermissionHandler(() => false)
}

function keepAtHome(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (event.url !== pageUrl) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isWebAddress(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:'
}
