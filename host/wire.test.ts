import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWire } from './wire.ts'

const wire = createWire()
const through = (value: unknown) => wire.decode(wire.encode(value))

const value = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
})

describe('the wire', () => {
  it('carries every value as structured clone does', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(through(given)).toStrictEqual(structuredClone(given))
      }),
    )
  })

  it.each([undefined, null, Number.NaN, -0, Infinity, -Infinity, 10n ** 30n, '', '\u0000\ud800'])(
    'carries %s',
    (given) => expect(through(given)).toBe(given),
  )

  it('keeps cycles and what is shared', () => {
    const shared = { name: 'shared' }
    const given: Record<string, unknown> = {
      shared,
      map: new Map<unknown, unknown>([[shared, new Set([shared])]]),
    }
    given.self = given
    const got = through(given) as { self: unknown; shared: object; map: Map<object, Set<object>> }
    expect(got.self).toBe(got)
    expect(got.map.get(got.shared)?.has(got.shared)).toBe(true)
  })

  it('keeps two views on one buffer on one buffer', () => {
    const buffer = new ArrayBuffer(8)
    const [bytes, words] = through([new Uint8Array(buffer, 4, 2), new Uint32Array(buffer)]) as [
      Uint8Array,
      Uint32Array,
    ]
    bytes[0] = 7
    expect(words[1]).toBe(7)
    expect(bytes.length).toBe(2)
  })

  it.each([
    new RangeError('far', { cause: { at: 1 } }),
    Object.assign(new Error('own'), { name: 'Own', code: 'E' }),
  ])('keeps what structured clone keeps of an error', (given) => {
    const [got, expected] = [through(given) as Error, structuredClone(given)]
    for (const key of ['name', 'message', 'stack', 'cause'] as const) expect(got[key]).toEqual(expected[key])
    expect(Object.keys(got)).toEqual(Object.keys(expected))
    expect(Object.getPrototypeOf(got)).toBe(Object.getPrototypeOf(expected))
  })

  it('takes a prototype and a getter away, and keeps a key named __proto__', () => {
    class Point {
      x = 1
      get y() {
        return 2
      }
    }
    const got = through(new Point()) as object
    expect(Object.getPrototypeOf(got)).toBe(Object.prototype)
    expect(Object.entries(got)).toEqual([['x', 1]])
    const odd = through(JSON.parse('{"__proto__":{"polluted":true}}')) as object
    expect(Object.keys(odd)).toEqual(['__proto__'])
    expect('polluted' in odd).toBe(false)
  })

  it.each([
    ['a function', () => {}],
    ['a symbol', Symbol('s')],
    ['a function within', { deep: [() => {}] }],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
  ])('refuses %s in the words of Electron', (_what, given) => {
    expect(() => through(given)).toThrow(/^An object could not be cloned\.$/u)
  })
})
