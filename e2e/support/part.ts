import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { findBrowser } from '../../host/find-browser.mjs'

/** A browser without a GPU, as a test machine has: pictures are then the same everywhere, and drawing costs what it costs at worst. */
export function startBrowser(args = ['--disable-gpu', '--no-sandbox']): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found. `npm start` installs one.')
  return chromium.launch({ executablePath, args })
}

/** Bundles modules of the renderer as Vite does for the program. Answers the folder with one script a name. */
export async function bundleParts(parts: Record<string, string>, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: resolve('renderer'),
    logLevel: 'error',
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(parts).map(([name, path]) => [name, resolve(path)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  })
}

/** Opens an empty page in the program's colours that runs one of the bundled scripts. */
export async function openPart(
  browser: Browser,
  folder: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, ...options })
  const tokens = await readFile('renderer/styles/tokens.css', 'utf8')
  const html = `<!doctype html><html data-theme="light"><meta charset="utf-8"><style>${tokens}
    body { margin: 0; background: var(--board) } #board { position: absolute; inset: 0 0 0 40px }</style>
    <div id="board"></div><script type="module" src="/${name}.js"></script></html>`
  await page.route('http://part.invalid/**', async (route) => {
    const path = new URL(route.request().url()).pathname
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: html })
    if (!path.endsWith('.js')) return route.fulfill({ status: 404 })
    const body = await readFile(join(folder, path))
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto('http://part.invalid/')
  return page
}
