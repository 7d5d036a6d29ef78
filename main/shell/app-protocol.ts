import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { fileInside } from './inside.ts'

export const pageUrl = 'app://ligature/index.html'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** No inline script, no eval, nothing from elsewhere. Frameworks that need a style set it through the DOM, which is allowed. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before the app is ready. */
export function declareProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page from `root`, and nothing outside of it. */
export function serveApp(root: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const path = url.host === 'ligature' && request.method === 'GET' && (await fileInside(root, url.pathname))
    const type = path && types[extname(path)]
    if (!path || !type) return new Response('Not found', { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'content-type': type,
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
          'permissions-policy':
            'usb=(), serial=(), hid=(), bluetooth=(), camera=(), microphone=(), geolocation=(), midi=(), payment=(), display-capture=(), screen-wake-lock=(), storage-access=(), local-fonts=(), window-management=(), idle-detection=()',
        },
      })
    } catch {
      return new Response('Not found', { status: 404 })
    }
  })
}
