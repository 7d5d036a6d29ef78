// Starts a built main bundle on an installed browser:  node host/run.ts out/main/index.js [arguments]
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInThisContext } from 'node:vm'

const [, , main, ...args] = process.argv
if (!main) {
  console.error('usage: node host/run.ts <main bundle> [arguments]')
  process.exit(2)
}
// As Electron has it: the program, the app, and what the person said
process.argv = [process.execPath, resolve(main), ...args]

const electronUrl = new URL('electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: electronUrl, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

// Only now: what they import needs process.argv as it is from here on.
const electron = await import('./electron.ts')
const { inTest, isOurs, launch } = await import('./browser.ts')
const { answerRequests, refused } = await import('./fetch.ts')

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => electron.app.quit())

await import(pathToFileURL(resolve(main)).href)
// A second instance has nothing more to do, and its exit is under way.
if (electron.app.quitting) await new Promise(() => {})
const { context, session } = await launch()
await answerRequests(session)
await denyPermissions()

context.on('page', (page) => {
  // A page asked for a window. One with an address is answered by the request for it; give that the time to come first.
  setTimeout(() => {
    if (!isOurs(page)) void page.close().catch(() => {})
  }, 500)
})
if (inTest) {
  const { endpoint } = await (context.browser() ?? fail()).bind('ligature', {})
  process.on('disconnect', () => electron.app.exit()) // the spec has gone
  process.on('message', (message) => void evaluate(message as Evaluation))
  process.send?.({ endpoint })
}
electron.app.becomeReady()

/** A function that a spec sends over, to be run here as Playwright's evaluate does with Electron. */
interface Evaluation {
  id: number
  source: string
  arg: unknown
}

async function evaluate({ id, source, arg }: Evaluation): Promise<void> {
  try {
    const run = runInThisContext(`(${source})`) as (modules: unknown, arg: unknown) => unknown
    process.send?.({ id, value: await run({ ...electron, refused }, arg) })
  } catch (error) {
    process.send?.({ id, error: String(error) })
  }
}

async function denyPermissions(): Promise<void> {
  const names = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'midi',
    'clipboard-read',
    'clipboard-write',
    'local-fonts',
    'window-management',
    'display-capture',
    'background-sync',
    'screen-wake-lock',
    'storage-access',
    'payment-handler',
  ]
  const denials = names.map((name) =>
    session.send('Browser.setPermission', { permission: { name }, setting: 'denied' }).catch((error) => {
      console.error(`The browser knows no permission ${name}:`, error) // an older or newer one
    }),
  )
  await Promise.all(denials)
}

function fail(): never {
  throw new Error('The browser ended while it started')
}
