import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { alone } from './alone.mjs'
import { node24, out, root } from './places.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

const sources = [
  'main',
  'preload',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]
const stampFile = join(out, 'build.stamp')

/** The bundles in out/, made from the sources as they are now. */
export const build = { needed: () => !built(), run: makeBundles }

function built() {
  if (!existsSync(join(out, 'main/index.js')) || !existsSync(stampFile)) return false
  return readFileSync(stampFile, 'utf8') === stamp()
}

/** Names, times and sizes, not contents: a few milliseconds. A checkout that only touches files costs one build. */
function stamp() {
  const hash = createHash('sha256')
  for (const source of sources) note(source)
  return hash.digest('hex')

  /** @param {string} path */
  function note(path) {
    const at = join(root, path)
    const found = statSync(at)
    if (found.isDirectory()) for (const name of readdirSync(at).sort()) note(`${path}/${name}`)
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path} ${found.mtimeMs} ${found.size}\n`)
  }
}

function makeBundles() {
  say('building …')
  mkdirSync(out, { recursive: true })
  rmSync(stampFile, { force: true })
  // Taken before the build: what is saved while it runs makes the next start build again.
  const before = stamp()
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  if (!run(node24, [vite, 'build', '--logLevel', 'warn']))
    throw new SetupError(
      'The build failed; the lines above say where.',
      'Mend that, then run the same command again.',
    )
  writeFileSync(stampFile, before)
}

// `npm run build`: whoever asks for it by name gets it, stamp or not.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await alone(async () => makeBundles())
