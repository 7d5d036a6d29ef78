import fc from 'fast-check'
import { expect, test } from 'vitest'
import { align, alignments, distribute, gridStep, snapToGrid } from './align.ts'

const nodes = [
  { id: 'a', x: 0, y: 10 },
  { id: 'b', x: 90, y: 70 },
  { id: 'c', x: 30, y: 400 },
]
const xs = (placed: { x: number }[]) => placed.map(({ x }) => x)
const ys = (placed: { y: number }[]) => placed.map(({ y }) => y)

test('nodes are put in line with the outermost of them, or in the middle between', () => {
  expect(xs(align(nodes, 'left'))).toEqual([0, 0, 0])
  expect(xs(align(nodes, 'centre'))).toEqual([45, 45, 45])
  expect(xs(align(nodes, 'right'))).toEqual([90, 90, 90])
  expect(ys(align(nodes, 'top'))).toEqual([10, 10, 10])
  expect(ys(align(nodes, 'middle'))).toEqual([205, 205, 205])
  expect(ys(align(nodes, 'bottom'))).toEqual([400, 400, 400])
})

test('spacing evenly leaves the two outermost where they are, and the order as it was', () => {
  expect(distribute(nodes, 'x')).toEqual([
    { id: 'a', x: 0, y: 10 },
    { id: 'c', x: 45, y: 400 },
    { id: 'b', x: 90, y: 70 },
  ])
  expect(distribute(nodes.slice(0, 2), 'y')).toEqual(nodes.slice(0, 2))
})

test('lining up twice comes to the same as once, and the grid is never further than half a step away', () => {
  const places = fc.uniqueArray(
    fc.record({ id: fc.uuid(), x: fc.double({ min: -1e5, max: 1e5, noNaN: true }), y: fc.integer() }),
    { selector: ({ id }) => id, minLength: 1 },
  )
  fc.assert(
    fc.property(places, fc.constantFrom(...alignments), (some, to) => {
      const once = align(some, to)
      expect(align(once, to)).toEqual(once)
      for (const [index, { x }] of snapToGrid(some).entries())
        expect(Math.abs(x - (some[index]?.x ?? 0))).toBeLessThanOrEqual(gridStep / 2)
    }),
  )
})
