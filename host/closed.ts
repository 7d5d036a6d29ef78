import { EventEmitter } from 'node:events'

/** Makes a member that the host does not have throw its name, where Electron would answer and a silent undefined would mislead. */
export function closed<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      // `then` is asked of anything that is awaited or returned from an async function
      if (typeof key === 'string' && key !== 'then' && !(key in target))
        throw new Error(`host/ does not implement electron.${name}.${key}`)
      return Reflect.get(target, key, receiver)
    },
  })
}

/**
 * The same for classes: the end of the prototype chain throws, so `this` stays the object itself. Listening to an event that
 * is not among `events` throws too, for it would never come.
 */
export function closedEmitter(name: string, events: readonly string[]): new () => EventEmitter {
  class Closed extends EventEmitter {
    // `once` comes through here as well
    override on(event: string, listener: (...args: never[]) => void): this {
      if (!events.includes(event)) throw new Error(`host/ does not implement electron.${name}.on('${event}')`)
      return super.on(event, listener as () => void)
    }
  }
  Object.setPrototypeOf(Closed.prototype, closed(name, EventEmitter.prototype))
  return Closed
}

/** An event whose default can be prevented, as Electron hands it to listeners. */
export class HostEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}
