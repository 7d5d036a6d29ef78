import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './places.mjs'
import { say } from './say.mjs'

/**
 * Runs a program in this one's place: same terminal, same end. Node cannot replace itself, so this process waits.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function handOver(program, args, env = process.env) {
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' })
  // Ctrl-C reaches it by itself, since it is in the same terminal group. We only wait for its end.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  child.on('error', (error) => {
    say(`${program} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}
