import type { Wire } from '../wire.ts'

type Listener = (event: unknown, ...args: unknown[]) => void
type Module = { exports: unknown }
export type Run = (require: (id: string) => unknown, module: Module, exports: unknown) => void
export interface Names {
  /** The event by which the two worlds find each other. */
  key: string
  /** The function by which this world calls the host. */
  binding: string
  /** What the place of a file's path begins with, until the host puts the path there. */
  file: string
}
/** What the host and the other scripts of this world use of it. */
export interface Inner {
  post(message: Record<string, unknown>): void
  take(text: string): void
  on(kind: string, listener: (message: Record<string, unknown>) => void): void
  files: Map<string, File>
  /** Opens the browser's file chooser, and answers with the tokens of the files. */
  choose(options: { accept: string; multiple: boolean }): Promise<string[]>
  /** Whether one of the host's own dialogs is open, which has the keyboard to itself. */
  modal: boolean
}

/**
 * Runs in the isolated world of a window before its page: gives the preload bundle its `electron`, and carries values between
 * the worlds and to the host. Its source text is injected, so nothing outside of it can be used.
 */
export function preload(names: Names, wire: Wire, run: Run): Inner | undefined {
  if (window !== top) return
  type Coded = { t: string; id?: number; v?: unknown; m?: string; n?: string }
  type Message = { k: string; id?: number; ok?: boolean; v?: Coded; a?: Coded[]; key?: string }

  let node: EventTarget | undefined
  let lastId = 0
  let reply: Message | undefined
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const exposed: [string, Coded][] = []

  const send = (message: Message): Message | undefined => {
    reply = undefined
    node?.dispatchEvent(new CustomEvent('to-page', { detail: message }))
    return reply
  }
  const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))

  const encode = (value: unknown): Coded => {
    if (typeof value === 'function') {
      const id = ++lastId
      functions.set(id, value as (...args: unknown[]) => unknown)
      return { t: 'function', id }
    }
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.')
    if (value instanceof Promise) {
      const id = ++lastId
      value.then(
        (result) => send({ k: 'settle', id, ok: true, v: encode(result) }),
        (error) => send({ k: 'settle', id, ok: false, v: encode(asError(error)) }),
      )
      return { t: 'promise', id }
    }
    if (value instanceof Error) return { t: 'error', m: value.message, n: value.name }
    if (Array.isArray(value)) return { t: 'array', v: value.map(encode) }
    if (value && Object.getPrototypeOf(value) === Object.prototype)
      return { t: 'object', v: Object.entries(value).map(([name, item]) => [name, encode(item)]) }
    return { t: 'value', v: structuredClone(value) }
  }

  const decode = (coded: Coded): unknown => {
    if (coded.t === 'function')
      return (...args: unknown[]) => {
        const answer = send({ k: 'call', id: coded.id as number, a: args.map(encode) })
        if (!answer?.v) return undefined
        const value = decode(answer.v)
        if (!answer.ok) throw value
        return value
      }
    if (coded.t === 'array') return (coded.v as Coded[]).map(decode)
    if (coded.t === 'object')
      return Object.fromEntries((coded.v as [string, Coded][]).map(([name, item]) => [name, decode(item)]))
    return coded.t === 'error' ? new Error(coded.m) : coded.v
  }

  const receive = (message: Message): void => {
    if (message.k === 'result') reply = message
    else if (message.k === 'call') {
      let result: Message
      try {
        const called = functions.get(message.id as number) as (...args: unknown[]) => unknown
        result = { k: 'result', ok: true, v: encode(called(...(message.a ?? []).map(decode))) }
      } catch (error) {
        result = { k: 'result', ok: false, v: encode(asError(error)) }
      }
      send(result)
    }
  }
  const meet = (event: Event) => {
    node = (event as MouseEvent).relatedTarget ?? undefined
    node?.addEventListener('to-preload', (inner) => receive((inner as CustomEvent<Message>).detail))
    for (const [key, value] of exposed) send({ k: 'expose', key, v: value })
  }
  addEventListener(names.key, meet, { once: true })
  dispatchEvent(new MouseEvent(`${names.key}?`))

  const call = (globalThis as unknown as Record<string, (text: string) => void>)[names.binding]
  const post = (message: Record<string, unknown>) => call?.(wire.encode(message))
  const calls = new Map<number, [(value: unknown) => void, (error: Error) => void]>()
  const listeners = new Map<string, Set<Listener>>()
  const inner = new Map<string, (message: Record<string, unknown>) => void>()

  const on = (kind: string, listener: (message: Record<string, unknown>) => void) => inner.set(kind, listener)
  on('answer', ({ id, value, error }) => {
    const [resolve, reject] = calls.get(id as number) ?? []
    calls.delete(id as number)
    if (typeof error === 'string') reject?.(new Error(error))
    else resolve?.(value)
  })
  on('push', ({ channel, args }) => {
    for (const listener of [...(listeners.get(channel as string) ?? [])])
      listener({ sender: ipcRenderer, ports: [] }, ...(args as unknown[]))
  })

  const remove = (channel: string, listener: Listener) => {
    listeners.get(channel)?.delete(listener)
    return ipcRenderer
  }
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        post({ kind: 'invoke', id, channel, args }) // throws for what cannot be cloned, and so rejects
        calls.set(id, [resolve, reject])
      }),
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    once: (channel: string, listener: Listener) => {
      const first: Listener = (event, ...args) => {
        remove(channel, first)
        listener(event, ...args)
      }
      return ipcRenderer.on(channel, first)
    },
    off: remove,
    removeListener: remove,
  }

  const files = new Map<string, File>()
  const keep = (file: File): string => {
    const token = `${names.file}${++lastId};`
    files.set(token, file)
    return token
  }
  const choose: Inner['choose'] = (options) =>
    new Promise((resolve) => {
      const input = Object.assign(document.createElement('input'), { type: 'file', ...options })
      input.onchange = () => resolve([...(input.files ?? [])].map(keep))
      input.oncancel = () => resolve([])
      input.click()
    })
  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => {
        const value = encode(api)
        exposed.push([key, value])
        send({ k: 'expose', key, v: value })
      },
    },
    webUtils: {
      // The answer is wanted at once and only the host knows it, so a token stands for it until it comes to the host.
      getPathForFile: (file: unknown) => {
        if (!(file instanceof File)) throw new TypeError('The argument must be a File')
        return keep(file)
      },
    },
  }
  const closedOver = (name: string, members: object): object =>
    new Proxy(members, {
      get(target, member, receiver) {
        if (typeof member === 'string' && !(member in target) && member !== 'then')
          throw new Error(`host/ does not implement electron.${name}${member}`)
        return Reflect.get(target, member, receiver)
      },
    })
  const surface = closedOver(
    '',
    Object.fromEntries(
      Object.entries(electron).map(([name, members]) => [name, closedOver(`${name}.`, members)]),
    ),
  )
  const require = (id: string) => {
    if (id === 'electron') return surface
    throw new Error(`module not found: ${id}`)
  }
  const module: Module = { exports: {} }
  run(require, module, module.exports)

  return {
    post,
    take: (text) => {
      const message = wire.decode(text) as Record<string, unknown>
      inner.get(message.kind as string)?.(message)
    },
    on,
    files,
    choose,
    modal: false,
  }
}
