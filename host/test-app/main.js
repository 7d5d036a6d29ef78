import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, protocol } from 'electron'

const here = import.meta.dirname
const types = { html: 'text/html', js: 'text/javascript' }
const events = []

app.setName('Test app')
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('web-contents-created', (_event, contents) => {
  contents.on('will-navigate', (event) => {
    events.push(['will-navigate', event.url])
    if (!event.url.endsWith('/other.html')) event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    events.push(['window-open', url])
    return { action: 'deny' }
  })
})
if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(start)

function start() {
  protocol.handle('app', async (request) => {
    if (request.method === 'POST') return new Response(await request.text())
    const name = new URL(request.url).pathname.slice(1)
    try {
      return new Response(await readFile(join(here, name)), {
        headers: {
          'content-type': types[name.split('.')[1]],
          'content-security-policy':
            "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'",
        },
      })
    } catch {
      return new Response('', { status: 404 })
    }
  })
  ipcMain.handle('events', () => events)
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('fail', () => {
    throw new TypeError('no such thing')
  })
  ipcMain.handle('unclonable', () => () => {})
  ipcMain.handle('who', (event) => ({
    isMainFrame: event.senderFrame === event.sender.mainFrame,
    url: event.senderFrame.url,
    isOurs: BrowserWindow.fromWebContents(event.sender) === window,
  }))
  const item = (label, accelerator) => ({ label, accelerator, click: () => events.push(['menu', label]) })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'File', submenu: [item('New', 'CmdOrCtrl+N'), item('Find', 'CmdOrCtrl+Shift+F')] },
    ]),
  )
  app.on('second-instance', (_event, argv) => events.push(['second-instance', argv.slice(2)]))
  const window = new BrowserWindow({
    width: 700,
    height: 500,
    webPreferences: { preload: join(here, 'preload.cjs') },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://test/page.html')
}
