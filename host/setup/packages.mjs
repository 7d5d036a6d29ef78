import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, root } from './places.mjs'
import { run, runNpm } from './run.mjs'
import { SetupError, say } from './say.mjs'

/** Packages that package-lock.json names, at the versions it names, and Node 24 among them. */
export const packages = { needed: () => stale() || !existsSync(node24), run: install }

/**
 * Compares what npm last put into node_modules with what the lock asks for. By content, not by time: a checkout or a
 * `touch` costs no install, and an `npm ci` by hand counts. A file deleted inside node_modules is not seen.
 */
function stale() {
  const asked = lockedPackages('package-lock.json')
  const there = lockedPackages('node_modules/.package-lock.json')
  if (!asked || !there) return true

  const same = (/** @type {Locked | undefined} */ one, /** @type {Locked | undefined} */ other) =>
    one?.version === other?.version && one?.integrity === other?.integrity
  return (
    Object.keys(there).some((path) => !same(asked[path], there[path])) ||
    // What is left out for another system is optional in the lock.
    Object.keys(asked).some((path) => path !== '' && !there[path] && !asked[path]?.optional)
  )
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked
 * @param {string} path
 * @returns {Record<string, Locked> | null}
 */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return null // missing, or cut short by an install that was stopped
  }
}

function install() {
  if (stale()) {
    say('installing the packages (once; about a minute) …')
    // --include=dev: NODE_ENV=production would leave out what builds the app. --loglevel=error: packages that only
    // Node 24 ever runs would warn about an older Node here.
    if (!runNpm(['ci', '--include=dev', '--ignore-scripts', '--loglevel=error']))
      throw new SetupError(
        'The packages could not be installed; npm says why above.',
        'Mostly it is the network or a proxy: `npm ping` tells. Then run the same command again.',
      )
  }
  if (existsSync(node24)) return
  say('putting Node 24 in place …')
  // By name, because .npmrc lets no package run a script; this one's script is what fetches the program.
  runNpm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'])
  if (!run(node24, ['--eval', '']))
    throw new SetupError(
      'Node 24 could not be put in place, and Ligature runs on it.',
      'Run `npm rebuild node --ignore-scripts=false` to see why, then the same command again.',
    )
}
