import fc from 'fast-check'
import { expect, test } from 'vitest'
import { untidiness } from './tidiness.ts'

const square = ['a', 'b', 'c', 'd'].map((id) => ({
  ...{ id, parent: undefined, w: 20, h: 20, x: 0, y: 0, isPinned: false, at: null },
}))
const corners = [
  { id: 'a', x: 0, y: 0 },
  { id: 'b', x: 100, y: 0 },
  { id: 'c', x: 100, y: 100 },
  { id: 'd', x: 0, y: 100 },
]
const joined = (...pairs: string[]) => pairs.map((pair) => ({ source: pair[0] ?? '', target: pair[1] ?? '' }))
const of = (edges: ReturnType<typeof joined>, places = corners) =>
  untidiness({ nodes: square, edges }, places)

test('lines around a square are tidy, its two diagonals cross once, however often they are drawn', () => {
  expect(of(joined('ab', 'bc', 'cd', 'da', 'aa'))).toBe(0)
  expect(of(joined('ac', 'bd'))).toBe(1)
  expect(of(joined('ac', 'ca', 'bd', 'bd'))).toBe(1)
})

test('a line through a node counts as three', () => {
  const [a, b, , d] = corners
  expect(of(joined('ab'), [a, b, { id: 'c', x: 50, y: 4 }, d] as typeof corners)).toBe(3)
  expect(of(joined('ab'), [a, b, { id: 'c', x: 50, y: 11 }, d] as typeof corners)).toBe(0)
})

test('a picture moved, turned by a quarter or enlarged is as tidy as before', () => {
  const place = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) })
  const pair = fc.tuple(fc.constantFrom(...'abcd'), fc.constantFrom(...'abcd')).map((ends) => ends.join(''))
  fc.assert(
    fc.property(fc.array(place, { minLength: 4, maxLength: 4 }), fc.array(pair), (places, pairs) => {
      const put = (as: (at: { x: number; y: number }) => { x: number; y: number }) =>
        of(
          joined(...pairs),
          places.map((at, index) => ({ id: 'abcd'[index] ?? '', ...as(at) })),
        )
      const before = put((at) => at)
      expect(put(({ x, y }) => ({ x: x + 1000, y: y - 500 }))).toBe(before)
      expect(put(({ x, y }) => ({ x: -y, y: x }))).toBe(before)
    }),
  )
})
