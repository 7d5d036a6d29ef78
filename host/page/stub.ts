/**
 * Runs in the page's own world, before its scripts: makes the functions there that the preload script exposes. Its source text
 * is injected, so nothing outside of it can be used.
 *
 * The two worlds share the DOM and nothing else. They talk by events on a node that is in no document, which this side hands
 * over in an event with an unguessable name. Only intrinsics taken now are used, and never a method looked up later: a page
 * that replaces Function.prototype.call would otherwise get at the node.
 */
export function stub(key: string): void {
  if (window !== top) return
  type Coded = { t: string; id?: number; v?: unknown; m?: string; n?: string }
  type Message = { k: string; id?: number; ok?: boolean; v?: Coded; a?: Coded[]; key?: string }

  const { apply, construct, defineProperty, ownKeys } = Reflect
  const { isArray } = Array
  const Detailed = CustomEvent
  const Meeting = MouseEvent
  const PagePromise = Promise
  const PageError = Error
  const PageTypeError = TypeError
  const clone = structuredClone
  const { freeze, getPrototypeOf, getOwnPropertyDescriptor, prototype: plain } = Object
  const { get: mapGet, set: mapSet, delete: mapDelete } = Map.prototype
  const { dispatchEvent, addEventListener } = EventTarget.prototype
  const getDetail = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => Message

  // A way around the page's CSP that no network layer sees
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection'])
    Reflect.deleteProperty(globalThis, name)

  const node = document.createElement('i')
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const waiting = new Map<number, [(value: unknown) => void, (error: unknown) => void]>()
  let lastId = 0
  let reply: Message | undefined

  const send = (message: Message): Message | undefined => {
    reply = undefined
    apply(dispatchEvent, node, [new Detailed('to-preload', { detail: message })])
    return reply
  }
  /** Without `map`, which a page can replace; and into own properties, past any setter on Array.prototype. */
  const each = <A, B>(list: A[], change: (item: A) => B): B[] => {
    const result: B[] = []
    for (let at = 0; at < list.length; at++)
      defineProperty(result, at, {
        value: change(list[at] as A),
        writable: true,
        enumerable: true,
        configurable: true,
      })
    return result
  }

  const encode = (value: unknown): Coded => {
    if (typeof value === 'function') {
      const id = ++lastId
      apply(mapSet, functions, [id, value])
      return { t: 'function', id }
    }
    if (typeof value === 'symbol') throw new PageTypeError('An object could not be cloned.')
    if (value instanceof PageError) return { t: 'error', m: value.message, n: value.name }
    if (isArray(value)) return { t: 'array', v: each(value, encode) }
    if (typeof value === 'object' && value !== null && getPrototypeOf(value) === plain)
      return {
        t: 'object',
        v: each(ownKeys(value) as string[], (name) => [
          name,
          encode((value as Record<string, unknown>)[name]),
        ]),
      }
    return { t: 'value', v: clone(value) } // here, so that what cannot be cloned throws where it was given
  }

  const decode = (coded: Coded): unknown => {
    if (coded.t === 'function')
      return (...args: unknown[]) =>
        unwrap(send({ k: 'call', id: coded.id as number, a: each(args, encode) }))
    if (coded.t === 'promise')
      return construct(PagePromise, [
        (resolve: (value: unknown) => void, reject: (error: unknown) => void) => {
          apply(mapSet, waiting, [coded.id, [resolve, reject]])
        },
      ])
    if (coded.t === 'array') return each(coded.v as Coded[], decode)
    if (coded.t === 'object') {
      const result = {}
      each(coded.v as [string, Coded][], ([name, item]) =>
        defineProperty(result, name, {
          value: decode(item),
          writable: true,
          enumerable: true,
          configurable: true,
        }),
      )
      return result
    }
    return coded.t === 'error' ? new PageError(coded.m) : coded.v
  }

  const unwrap = (message: Message | undefined): unknown => {
    if (!message?.v) throw new PageError('The preload script does not answer')
    const value = decode(message.v)
    if (!message.ok) throw value
    return value
  }

  const freezeAll = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    each(ownKeys(value) as string[], (name) => freezeAll((value as Record<string, unknown>)[name]))
    return freeze(value)
  }

  const receive = (message: Message): void => {
    if (message.k === 'result') reply = message
    else if (message.k === 'expose')
      defineProperty(globalThis, message.key as string, {
        value: freezeAll(decode(message.v as Coded)),
        enumerable: true,
        writable: false,
        configurable: false,
      })
    else if (message.k === 'settle') {
      const promise = apply(mapGet, waiting, [message.id])
      apply(mapDelete, waiting, [message.id])
      if (promise) promise[message.ok ? 0 : 1](decode(message.v as Coded))
    } else if (message.k === 'call') {
      let result: Message
      try {
        const called = apply(mapGet, functions, [message.id])
        result = { k: 'result', ok: true, v: encode(apply(called, undefined, each(message.a ?? [], decode))) }
      } catch (error) {
        result = {
          k: 'result',
          ok: false,
          v: encode(error instanceof PageError ? error : new PageError(`${error}`)),
        }
      }
      apply(dispatchEvent, node, [new Detailed('to-preload', { detail: result })])
    }
  }
  apply(addEventListener, node, ['to-page', (event: Event) => receive(apply(getDetail, event, []))])

  // Which of the two worlds comes first is not said: whoever comes second finds the other one waiting.
  const hello = () => apply(dispatchEvent, window, [new Meeting(key, { relatedTarget: node })])
  apply(addEventListener, window, [`${key}?`, hello, { once: true }])
  hello()
}
