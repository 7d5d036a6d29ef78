import type * as Electron from 'electron'
import { closed } from './closed.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

export const ipcMain = closed('ipcMain', {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler(channel: string): void {
    handlers.delete(channel)
  },
} satisfies Pick<Electron.IpcMain, 'handle' | 'removeHandler'>)

/** What a handler answers; an error is worded as Electron words it. */
export async function invoke(
  channel: string,
  event: object,
  args: unknown[],
): Promise<{ value: unknown } | { error: string }> {
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return { value: await handler(event as Electron.IpcMainInvokeEvent, ...args) }
  } catch (error) {
    return { error: wording(channel, error) }
  }
}

export const wording = (channel: string, error: unknown): string =>
  `Error invoking remote method '${channel}': ${error}`
