import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LayoutNode } from './layout-ask.ts'
import { placements } from './placements.ts'
import { middleOf, recentred } from './recentre.ts'

const node = (id: string, row: Partial<LayoutNode> = {}): LayoutNode => ({
  ...{ id, parent: undefined, w: 100, h: 70, x: 0, y: 0, isPinned: false, at: null },
  ...row,
})
const ask = (nodes: LayoutNode[], pairs: string[] = []) => ({
  kind: 'organic' as const,
  nodes,
  edges: pairs.map((pair) => ({ source: pair[0] ?? '', target: pair[1] ?? '' })),
  isWide: true,
})
const placeOf = (places: { id: string; x: number; y: number }[], id: string) =>
  places.find((place) => place.id === id) ?? { x: Number.NaN, y: Number.NaN }

test('in a hierarchy who commands stands above whom', () => {
  const places = placements.hierarchy(
    ask(
      'abcd'.split('').map((id) => node(id)),
      ['ab', 'ac', 'bd', 'aa'],
    ),
  )
  const y = (id: string) => placeOf(places, id).y
  expect(y('a')).toBeLessThan(y('b'))
  expect(y('b')).toBeLessThan(y('d'))
  expect(y('b')).toBe(y('c'))
})

test('in rings the one with most relations is in the middle', () => {
  const places = placements.concentric(
    ask(
      'abcd'.split('').map((id) => node(id)),
      ['ba', 'bc', 'bd'],
    ),
  )
  expect(placeOf(places, 'b')).toMatchObject({ x: 0, y: 0 })
})

test('on a timeline dates go from left to right, and what has none stands below', () => {
  const places = placements.timeline(
    ask([
      node('late', { at: 900 }),
      node('none'),
      node('early', { at: 10 }),
      node('same', { at: 900, y: 5 }),
    ]),
  )
  expect(placeOf(places, 'early').x).toBeLessThan(placeOf(places, 'late').x)
  expect(placeOf(places, 'same').x).toBe(placeOf(places, 'late').x)
  expect(placeOf(places, 'none').y).toBeGreaterThan(placeOf(places, 'early').y)
})

test('no layout lets nodes or frames touch, whatever their sizes', () => {
  const size = fc.oneof(
    { weight: 4, arbitrary: fc.record({ w: fc.integer({ min: 30, max: 126 }), h: fc.constant(66) }) },
    fc.record({ w: fc.integer({ min: 100, max: 1500 }), h: fc.integer({ min: 80, max: 900 }) }),
  )
  const row = fc.record({
    size,
    at: fc.option(fc.integer({ min: 0, max: 4 })),
    x: fc.nat(900),
    y: fc.nat(900),
  })
  const pairs = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 31 }), pairs, (rows, joined) => {
      const nodes = rows.map(({ size, ...rest }, index) => node(String(index), { ...size, ...rest }))
      const edges = joined
        .filter((pair) => pair.every((index) => index < nodes.length))
        .map(([source, target]) => ({ source: String(source), target: String(target) }))
      for (const [name, place] of Object.entries(placements)) {
        const boxes = place({ kind: 'grid', nodes, edges, isWide: true }).map((at) => {
          const { w, h } = nodes[Number(at.id)] as LayoutNode
          return { ...at, w, h }
        })
        for (const [index, a] of boxes.entries())
          for (const b of boxes.slice(index + 1)) {
            const isApart = Math.abs(a.x - b.x) >= (a.w + b.w) / 2 || Math.abs(a.y - b.y) >= (a.h + b.h) / 2
            expect(isApart, `${name}: ${a.id} and ${b.id}`).toBe(true)
          }
      }
    }),
    { numRuns: 200 },
  )
})

test('every layout gives each node a place of its own, whatever circles and loops there are', () => {
  const ids = 'abcdefghijklmno'.split('')
  const letter = fc.constantFrom(...ids)
  const pairs = fc.array(
    fc.tuple(letter, letter).map(([a, b]) => a + b),
    { maxLength: 30 },
  )
  const some = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: ids.length })
  fc.assert(
    fc.property(some, pairs, (dates, edges) => {
      const nodes = dates.map((at, index) => node(ids[index] ?? '', { at, x: index * 3 }))
      const known = edges.filter((pair) => [...pair].every((id) => nodes.some((each) => each.id === id)))
      for (const [name, place] of Object.entries(placements)) {
        const places = recentred(place(ask(nodes, known)), nodes)
        expect(places.map(({ id }) => id).sort(), name).toEqual(nodes.map(({ id }) => id).sort())
        expect(new Set(places.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size, name).toBe(
          nodes.length,
        )
        expect(middleOf(places).x).toBeCloseTo(middleOf(nodes).x)
      }
    }),
    { numRuns: 60 },
  )
})
