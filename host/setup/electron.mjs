import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, root } from './places.mjs'
import { runWhileBusy } from './run.mjs'
import { say } from './say.mjs'

const packageRoot = join(root, 'node_modules/electron')
const memory = join(root, 'node_modules/.ligature')
const refusalFile = join(memory, 'electron.json')
const retry = process.env.LIGATURE_ELECTRON === 'retry'

/** Electron's program. Its package comes without: it fetches it from a release server, which many networks block. */
export const electron = {
  needed: () => process.env.LIGATURE_HOST !== 'chromium' && !electronBinary() && (retry || !refused()),
  run: download,
}

/** Where Electron's program is, or null where it is not. */
export function electronBinary() {
  try {
    const path = join(packageRoot, 'dist', readFileSync(join(packageRoot, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** A refusal counts for the version it was met with: the next one is tried again. */
function refused() {
  try {
    return JSON.parse(readFileSync(refusalFile, 'utf8')).version === version()
  } catch {
    return false
  }
}

function version() {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version
}

async function download() {
  say(`downloading Electron ${version()} (once; about 120 MB) …`)
  const arriving = join(memory, 'download')
  mkdirSync(arriving, { recursive: true })

  let told = Date.now()
  const progress = () => {
    const bytes = sizeOf(arriving) + sizeOf(join(packageRoot, 'dist'))
    if (bytes > 0 && Date.now() - told > 10_000) {
      told = Date.now()
      say(`Electron: ${Math.round(bytes / 1e6)} MB so far`)
    }
    return bytes
  }
  const trouble = await runWhileBusy(node24, [join(packageRoot, 'install.js')], {
    // It downloads into the temporary folder: one of our own shows whether anything arrives.
    env: { ...process.env, NODE_USE_ENV_PROXY: '1', TMPDIR: arriving, TEMP: arriving, TMP: arriving },
    progress,
    quietMs: 20_000,
    // Unasked, a slow line must not hold up a first start; whoever asks for it gets all the time it needs.
    limitMs: retry ? Number.POSITIVE_INFINITY : 90_000,
  })
  rmSync(arriving, { recursive: true, force: true })
  if (!trouble && electronBinary()) return

  writeFileSync(refusalFile, `${JSON.stringify({ version: version(), trouble })}\n`)
  say(
    `Electron could not be downloaded (${trouble ?? 'it left no program'}): an installed Chromium stands in for it.`,
  )
  say('To try the download again: LIGATURE_ELECTRON=retry npm start')
}

/**
 * @param {string} folder
 * @returns {number} bytes of all files in it; 0 while it does not exist
 */
function sizeOf(folder) {
  let bytes = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      bytes += entry.isDirectory() ? sizeOf(path) : statSync(path).size
    }
  } catch {
    // A file moved away between the two calls: the next look counts it where it is then.
  }
  return bytes
}
