import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const out = join(root, 'out')

const exe = process.platform === 'win32' ? '.exe' : ''

/** Node 24, as the npm package `node` brings it. Named in full: `.bin/node` is a shell script on Windows. */
export const node24 = join(root, 'node_modules/node/bin', `node${exe}`)
