import { app, BrowserWindow, dialog, session, shell, type WebContents } from 'electron'
import { pageUrl } from './app-protocol.ts'
import { type Link, linkOf } from './link.ts'

/** Electron's security checklist: no page of ours may go elsewhere, open a window, embed one, or be given a permission. */
export function guard(): void {
  // Nothing here has a name to look up, whatever part of Chromium might want to.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_event, contents) => keepAtHome(contents))
}

/** Sessions exist only once the app is ready. */
export function closeSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  // A page writes no file: what is exported goes through a dialog and main/export/.
  defaultSession.on('will-download', (event) => event.preventDefault())
  // Its dictionaries are fetched from a server.
  defaultSession.setSpellCheckerEnabled(false)
}

function keepAtHome(contents: WebContents): void {
  // No content security policy reaches WebRTC, also that of an empty frame: this leaves it no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== pageUrl) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void offerLink(contents, url)
    return { action: 'deny' }
  })
}

let isAsking = false

/** Opens a link outside when the person, who sees its whole host, says so. A page that asks again meanwhile is not heard. */
async function offerLink(contents: WebContents, address: string): Promise<void> {
  const link = linkOf(address)
  const window = BrowserWindow.fromWebContents(contents)
  if (!link || !window || isAsking) return
  isAsking = true
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      ...wordsFor(link),
      buttons: ['Cancel', 'Open'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (response === 1) await shell.openExternal(link.url)
  } finally {
    isAsking = false
  }
}

function wordsFor({ kind, leadsTo, url }: Link): { message: string; detail: string } {
  if (kind === 'mail')
    return {
      message: `Write to ${leadsTo}?`,
      detail: 'Your mail program will open. Ligature itself sends nothing.',
    }
  return {
    message: `Open ${leadsTo} in your browser?`,
    detail: `${url}\n\nWhoever runs ${leadsTo} will see that you came, and when. Ligature itself sends nothing.`,
  }
}
