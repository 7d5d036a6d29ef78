import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, clearOfPinned } from './clear-of-pinned.ts'
import { layoutKinds } from './layout-ask.ts'
import { placements } from './placements.ts'

const overlap = (a: Box, b: Box) =>
  Math.abs(a.x - b.x) <= (a.w + b.w) / 2 && Math.abs(a.y - b.y) <= (a.h + b.h) / 2

test('what no pinned node is in the way of stays where the layout put it', () => {
  const placed = [{ id: 'a', x: 0, y: 0, w: 100, h: 70 }]
  expect(clearOfPinned('grid', placed, [{ id: 'p', x: 300, y: 0, w: 100, h: 70 }])).toEqual(placed)
})

test('one that would land on a pinned node goes past it and past what stands there', () => {
  const box = (id: string, x: number) => ({ id, x, y: 0, w: 100, h: 70 })
  const [moved, right] = clearOfPinned('hierarchy', [box('a', 10), box('b', 130)], [box('p', 0)])
  expect(right).toEqual(box('b', 130))
  // To the left: at the right the next one begins at once.
  expect(moved).toMatchObject({ x: -112, y: 0 })
})

test('no layout puts a node onto a pinned one, or onto another on the way, and layers and dates stay in line', () => {
  const size = { w: fc.integer({ min: 30, max: 160 }), h: fc.integer({ min: 30, max: 90 }) }
  const place = { x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }) }
  const some = fc.array(
    fc.record({ ...size, ...place, isPinned: fc.boolean(), at: fc.option(fc.integer({ min: 0, max: 4 })) }),
    { minLength: 1, maxLength: 25 },
  )
  const pairs = fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 30 })
  fc.assert(
    fc.property(fc.constantFrom(...layoutKinds), some, pairs, (kind, rows, edges) => {
      const all = rows.map((row, index) => ({ ...row, id: String(index), parent: undefined }))
      const pinned = all.filter(({ isPinned }) => isPinned)
      const nodes = all.filter(({ isPinned }) => !isPinned)
      const known = edges
        .map(([a, b]) => ({ source: String(a), target: String(b) }))
        .filter(({ source, target }) => [source, target].every((id) => nodes.some((node) => node.id === id)))
      // What the organic layout answers can be anything: where nodes stand will do.
      const places =
        kind === 'organic' ? nodes : placements[kind]({ kind, nodes, edges: known, isWide: true })
      const placed = places.map(({ id, x, y }) => {
        const { w, h } = all[Number(id)] as (typeof all)[number]
        return { id, x, y, w, h }
      })
      const clear = clearOfPinned(kind, placed, pinned)
      expect(clear.map(({ id }) => id)).toEqual(placed.map(({ id }) => id))
      for (const [index, box] of clear.entries()) {
        const before = placed[index] as Box
        expect(pinned.filter((other) => overlap(box, other))).toEqual([])
        if (box === before) continue
        expect(pinned.some((other) => overlap(before, other))).toBe(true)
        expect(clear.filter((other) => other !== box && overlap(box, other))).toEqual([])
        if (kind === 'hierarchy') expect(box.y).toBe(before.y)
        if (kind === 'timeline') expect(box.x).toBe(before.x)
      }
    }),
    { numRuns: 300 },
  )
})
