// What a utility process runs:  node host/utility-run.ts <module> [arguments]
import { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Electron from 'electron'
import { closed } from './closed.ts'

const [, , modulePath = '', ...args] = process.argv
process.argv = [process.execPath, resolve(modulePath), ...args]

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void process.send?.(message),
})
process.parentPort = closed('parentPort', port) as Electron.ParentPort

// Chromium's children end when the program is gone, whatever they are at; an exit would wait for a busy thread.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
await import(pathToFileURL(resolve(modulePath)).href)
// Only now: Node keeps what has arrived until somebody listens.
process.on('message', (data) => port.emit('message', { data, ports: [] }))
