import { spawn, spawnSync } from 'node:child_process'
import { root } from './places.mjs'

// stdout goes to our stderr, so that a caller who reads the command's own output never finds the set-up's in it.
const stdio = /** @type {const} */ (['ignore', 2, 2])

/**
 * Runs a program in the project's folder, its output shown, and says whether it went well.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function run(file, args, env = process.env) {
  return spawnSync(file, args, { cwd: root, env, stdio: [...stdio] }).status === 0
}

/**
 * Runs npm, or a program of a package through `npm exec`.
 * @param {string[]} args
 */
export function runNpm(args) {
  const env = { ...process.env }
  // The outer npm hands its place on. One started with --prefix or from a workspace would make this one work elsewhere.
  for (const name of [
    'npm_config_local_prefix',
    'npm_config_prefix',
    'npm_config_global',
    'npm_config_workspace',
  ])
    delete env[name]

  // npm's own JavaScript on npm's own Node: on Windows `npm` is a .cmd file, which cannot be spawned without a shell.
  const npm = process.env.npm_execpath
  const node = process.env.npm_node_execpath ?? process.execPath
  return npm?.endsWith('npm-cli.js') ? run(node, [npm, ...args], env) : run('npm', args, env)
}

/**
 * Runs a program for as long as it gets on with its work, and answers what went wrong, or null.
 * @param {string} file
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, progress: () => number, quietMs: number, limitMs: number }} limits
 *   `progress` grows while work is done; `quietMs` without growth, or `limitMs` in all, end the program
 * @returns {Promise<string | null>}
 */
export function runWhileBusy(file, args, { env, progress, quietMs, limitMs }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const started = Date.now()
    let output = ''
    let moved = started
    let last = progress()
    /** @type {string | null} */
    let ended = null

    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)

    const watch = setInterval(() => {
      const now = Date.now()
      const reached = progress()
      if (reached !== last) moved = now
      last = reached
      if (now - moved > quietMs) ended = `nothing arrived for ${quietMs / 1000} seconds`
      else if (now - started > limitMs) ended = `not done after ${limitMs / 1000} seconds`
      if (ended) child.kill('SIGKILL')
    }, 500)

    child.on('error', (error) => {
      ended = error.message
    })
    child.on('close', (code) => {
      clearInterval(watch)
      const firstLine = output.trim().split('\n')[0]
      resolve(ended ?? (code === 0 ? null : firstLine || `exit code ${code}`))
    })
  })
}
