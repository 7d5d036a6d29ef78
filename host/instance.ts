import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

type Second = (argv: string[], cwd: string) => void

/**
 * Whether this process is the first over this folder. If not, its command line has been handed to the first one. The answer is
 * wanted at once and sockets have no synchronous calls, so a short-lived process does the asking, and only when there is
 * something to ask: a killed process leaves its socket behind, which then refuses the connection.
 */
export function hold(userData: string, onSecond: Second): boolean {
  mkdirSync(userData, { recursive: true })
  const path = socketPath(userData)
  if (existsSync(path)) {
    if (handOver(path)) return false
    rmSync(path, { force: true })
  }
  const server = createServer((socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      text += part
    })
    socket.on('error', () => {}) // the other process has gone; it has said all or nothing
    socket.on('end', () => {
      const { argv, cwd } = JSON.parse(text) as { argv: string[]; cwd: string }
      onSecond(argv, cwd)
      socket.end()
    })
  })
  server.listen(path)
  server.unref()
  return true
}

function handOver(path: string): boolean {
  const script = `
    const socket = require('node:net').connect(process.argv[1], () => socket.end(process.argv[2]))
    socket.on('error', () => process.exit(1))
  `
  const said = JSON.stringify({ argv: process.argv, cwd: process.cwd() })
  return spawnSync(process.execPath, ['-e', script, path, said], { timeout: 5000 }).status === 0
}

function socketPath(userData: string): string {
  if (process.platform !== 'win32') return join(userData, 'instance.sock')
  return `\\\\.\\pipe\\ligature-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}`
}
