import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { out } from './places.mjs'
import { SetupError, say } from './say.mjs'

// In out/, because `npm ci` empties node_modules while it is held.
const lockFile = join(out, 'setup.lock')

/**
 * Does the work while no other `npm start` or `npm test` of this folder is at theirs. The lock holds a process id: one
 * left behind by a process that is gone is taken over.
 * @param {() => Promise<void>} work
 */
export async function alone(work) {
  mkdirSync(out, { recursive: true })
  for (let said = false; !take(); said = true) {
    if (!said) say('another npm start or npm test is setting up here: waiting for it …')
    await wait(300)
  }
  try {
    await work()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** @returns {boolean} */
function take() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    if (!abandoned()) return false
    rmSync(lockFile, { force: true })
    return take()
  }
}

/** Its holder is gone, or it is older than any set-up takes: then its id may be another program's by now. */
function abandoned() {
  try {
    if (Date.now() - statSync(lockFile).mtimeMs > 15 * 60_000) return true
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0)
    return false
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH'
  }
}
