import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineHeight, placeNames, type Seen } from './place-names.ts'

/** Six pixels a letter. */
const halfOf = (words: string) => words.length * 3
const node = (name: string, x: number, y: number): Seen => ({
  ...{ id: name, name, isFrame: false, left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 },
})

test('a name stands below its node, or else beside it, or goes without', () => {
  expect(placeNames([node('Iran', 100, 50)], 400, halfOf)).toMatchObject([{ lines: ['Iran'], x: 100, y: 58 }])
  const [first, second] = placeNames([node('Iran', 100, 50), node('Kerman', 100, 68)], 400, halfOf)
  expect(first).toMatchObject({ lines: ['Iran'], x: 122, y: 43.5 })
  expect(second).toMatchObject({ lines: ['Kerman'], x: 100, y: 76 })
  expect(placeNames([node('abc', 20, 20)], 24, halfOf)).toEqual([])
})

test('a long name stands in two lines, and one without a space is cut, never within a letter', () => {
  const linesOf = (name: string) => placeNames([node(name, 200, 50)], 900, halfOf)[0]?.lines
  expect(linesOf('Islamic State Khorasan Province')).toEqual(['Islamic State', 'Khorasan Province'])
  expect(linesOf('Kerman bombing\n3 January 2024')).toEqual(['Kerman bombing', '3 January 2024'])
  expect(linesOf('👩'.repeat(40))).toEqual([`${'👩'.repeat(21)}…`])
})

test('no name lies over another or over a node, and none is cut off by the board', () => {
  const some = fc.array(fc.tuple(fc.string({ maxLength: 30 }), fc.nat(300), fc.nat(300)), { maxLength: 40 })
  fc.assert(
    fc.property(some, (rows) => {
      const seen = rows.map(([name, x, y]) => node(name, x, y))
      const lines = placeNames(seen, 300, halfOf).map(({ lines, x, y }) => {
        const half = Math.max(...lines.map(halfOf))
        return { left: x - half, right: x + half, top: y, bottom: y + lines.length * lineHeight }
      })
      // Edges may touch: places are told apart by four pixels.
      const overlap = (a: (typeof lines)[number], b: (typeof lines)[number]) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
      for (const [index, line] of lines.entries()) {
        expect(line.left).toBeGreaterThan(0)
        expect(line.right).toBeLessThan(300)
        expect(lines.slice(index + 1).filter((other) => overlap(line, other))).toEqual([])
        expect(seen.filter((other) => overlap(line, other))).toEqual([])
      }
    }),
    { numRuns: 200 },
  )
})
