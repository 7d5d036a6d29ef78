export interface Wire {
  encode(value: unknown): string
  decode(text: string): unknown
}

type Inline = string | number | boolean | null | [string, ...unknown[]]

/**
 * Carries values as text with the meaning of the structured clone algorithm, which Electron uses between its processes and
 * JSON is not. The text is a list of the objects met, so that cycles and shared references survive.
 *
 * All of it stands within one function, because its source text is also run inside of the page.
 */
export function createWire(): Wire {
  const errors: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  }
  const views: Record<string, new (buffer: ArrayBuffer, offset: number, length: number) => ArrayBufferView> =
    {
      BigInt64Array,
      BigUint64Array,
      DataView,
      Float32Array,
      Float64Array,
      Int16Array,
      Int32Array,
      Int8Array,
      Uint16Array,
      Uint32Array,
      Uint8Array,
      Uint8ClampedArray,
    }
  const platform = globalThis as unknown as Record<string, (new () => object) | undefined>
  // Structured clone refuses these, or (Blob) it takes them and Electron's IPC does not.
  const refused = [
    'Promise',
    'WeakMap',
    'WeakSet',
    'WeakRef',
    'EventTarget',
    'Event',
    'Blob',
    'SharedArrayBuffer',
  ]
  const refusedClasses = refused.flatMap((name) => platform[name] ?? [])

  const fail = (): never => {
    throw new Error('An object could not be cloned.')
  }

  const toBase64 = (buffer: ArrayBuffer): string => {
    const bytes = new Uint8Array(buffer)
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }

  const encode = (root: unknown): string => {
    const heap: unknown[] = []
    const seen = new Map<object, number>()

    const inline = (value: unknown): Inline => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (value === undefined) return ['undefined']
      if (typeof value === 'number') {
        if (Number.isFinite(value) && !Object.is(value, -0)) return value
        return ['number', Object.is(value, -0) ? '-0' : String(value)]
      }
      if (typeof value === 'bigint') return ['bigint', String(value)]
      if (typeof value === 'object') return ['object', place(value)]
      return fail()
    }

    const place = (value: object): number => {
      const known = seen.get(value)
      if (known !== undefined) return known
      const index = heap.push(null) - 1
      seen.set(value, index)
      heap[index] = contentsOf(value)
      return index
    }

    const entries = (value: object): unknown[] =>
      Object.keys(value).map((key) => [key, inline((value as Record<string, unknown>)[key])])

    const contentsOf = (value: object): unknown[] => {
      if (Array.isArray(value)) return ['Array', value.length, entries(value)]
      if (value instanceof Date) return ['Date', inline(value.getTime())]
      if (value instanceof RegExp) return ['RegExp', value.source, value.flags]
      if (value instanceof Map) return ['Map', [...value].map(([key, item]) => [inline(key), inline(item)])]
      if (value instanceof Set) return ['Set', [...value].map(inline)]
      if (value instanceof Error) return describeError(value)
      if (value instanceof ArrayBuffer) return ['ArrayBuffer', toBase64(value)]
      if (ArrayBuffer.isView(value)) return describeView(value)
      if (
        value instanceof Boolean ||
        value instanceof Number ||
        value instanceof String ||
        value instanceof BigInt
      )
        return ['boxed', inline(value.valueOf())]
      if (value instanceof Symbol || refusedClasses.some((kind) => value instanceof kind)) return fail()
      return ['Object', entries(value)]
    }

    const describeError = (error: Error): unknown[] => {
      const name = Object.hasOwn(errors, error.name) ? error.name : 'Error'
      const cause = Object.hasOwn(error, 'cause') ? [inline(error.cause)] : []
      return ['Error', name, error.message, error.stack ?? '', cause]
    }

    const describeView = (view: ArrayBufferView): unknown[] => {
      // A subclass (Buffer) arrives as the plain typed array
      const name = Object.keys(views).find((kind) => view instanceof (views[kind] ?? fail())) ?? fail()
      const length = 'length' in view ? view.length : view.byteLength
      return [name, inline(view.buffer), view.byteOffset, length]
    }

    const first = inline(root)
    return JSON.stringify([first, heap])
  }

  const decode = (text: string): unknown => {
    const [first, heap] = JSON.parse(text) as [Inline, [string, ...unknown[]][]]
    const made = new Map<number, object>()

    const value = (item: Inline): unknown => {
      if (!Array.isArray(item)) return item
      if (item[0] === 'undefined') return undefined
      if (item[0] === 'number') return Number(item[1])
      if (item[0] === 'bigint') return BigInt(item[1] as string)
      return object(item[1] as number)
    }

    const object = (index: number): object => {
      const known = made.get(index)
      if (known) return known
      return make(heap[index] ?? fail(), (result) => {
        made.set(index, result)
        return result
      })
    }

    const fill = <T extends object>(target: T, pairs: unknown): T => {
      // defined, not assigned: a key may be __proto__
      for (const [key, item] of pairs as [string, Inline][])
        Object.defineProperty(target, key, {
          value: value(item),
          writable: true,
          enumerable: true,
          configurable: true,
        })
      return target
    }

    /** `keep` is called before the contents are made, so that a cycle finds the object it leads back to. */
    const make = ([kind, a, b, c, d]: unknown[], keep: <T extends object>(result: T) => T): object => {
      switch (kind) {
        case 'Object':
          return fill(keep({}), a)
        case 'Array':
          return fill(keep(new Array(a as number)), b)
        case 'Date':
          return keep(new Date(value(a as Inline) as number))
        case 'RegExp':
          return keep(new RegExp(a as string, b as string))
        case 'Map': {
          const map = keep(new Map())
          for (const [key, item] of a as [Inline, Inline][]) map.set(value(key), value(item))
          return map
        }
        case 'Set': {
          const set = keep(new Set())
          for (const item of a as Inline[]) set.add(value(item))
          return set
        }
        case 'Error': {
          const error = keep(new (errors[a as string] ?? Error)(b as string))
          const hidden = { writable: true, enumerable: false, configurable: true }
          Object.defineProperty(error, 'stack', { value: c, ...hidden })
          const [cause] = d as Inline[]
          if (cause !== undefined) Object.defineProperty(error, 'cause', { value: value(cause), ...hidden })
          return error
        }
        case 'ArrayBuffer':
          return keep(Uint8Array.from(atob(a as string), (letter) => letter.charCodeAt(0)).buffer)
        case 'boxed':
          return keep(Object(value(a as Inline)))
        default: {
          const View = views[kind as string] ?? fail()
          return keep(new View(value(a as Inline) as ArrayBuffer, b as number, c as number))
        }
      }
    }

    return value(first)
  }

  return { encode, decode }
}
