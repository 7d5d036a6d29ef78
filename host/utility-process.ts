import { type ChildProcess, fork } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import type * as Electron from 'electron'
import { closedEmitter } from './closed.ts'

type Part = Pick<Electron.UtilityProcess, 'kill' | 'postMessage' | 'pid'>
const run = fileURLToPath(new URL('utility-run.ts', import.meta.url))

/** A process of Node's that `process.parentPort` talks from, as in Electron's. */
export class UtilityProcess
  extends closedEmitter('UtilityProcess', ['spawn', 'message', 'exit'])
  implements Part
{
  private readonly child: ChildProcess

  constructor(modulePath: string, args: string[], { env, cwd, execArgv = [], stdio }: Electron.ForkOptions) {
    super()
    if (stdio !== undefined && stdio !== 'inherit' && stdio !== 'ignore')
      throw new Error('host/ does not implement stdio of electron.utilityProcess.fork but inherit and ignore')
    const out = stdio ?? 'inherit'
    this.child = fork(run, [modulePath, ...args], {
      env: { ...process.env, ...(env as NodeJS.ProcessEnv) },
      ...(cwd ? { cwd } : {}),
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', out, out, 'ipc'],
    })
    this.child.on('spawn', () => this.emit('spawn'))
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code, signal) => this.emit('exit', code ?? constants.signals[signal ?? 'SIGKILL']))
    // A message to a process that has just ended is of no interest, as in Electron.
    this.child.on('error', (error) => console.error(error))
  }

  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined
  }
  postMessage(message: unknown, transfer: unknown[] = []): void {
    if (transfer.length > 0) throw new Error('host/ does not implement message ports')
    if (this.child.connected) this.child.send(message as object)
  }
  kill(): boolean {
    return this.child.kill()
  }
}
