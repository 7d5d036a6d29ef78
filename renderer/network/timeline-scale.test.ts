import { expect, test } from 'vitest'
import { daysOf, type Span } from './dates-span.ts'
import { placesOf, type Scale, scaleOf, ticksOf } from './timeline-scale.ts'

const days = (date: string): Span => daysOf(date) ?? { from: Number.NaN, to: Number.NaN }
function scaleFor(...dates: string[]): Scale {
  const scale = scaleOf(dates.map(days))
  if (!scale) throw new Error('Something is dated')
  return scale
}
const labels = (scale: Scale, most?: number) => ticksOf(scale, most).map(({ label }) => label)

test('a timeline goes from before the first to after the last', () => {
  const scale = scaleFor('1998', '2024-05')
  expect(scale.from).toBeLessThan(days('1998').from)
  expect(scale.to).toBeGreaterThan(days('2024-05').to)
  expect(scale.at(scale.from)).toBe(0)
  expect(scale.at(scale.to)).toBe(1)
  expect(scale.at(-Infinity)).toBe(0)
  expect(scale.at(Infinity)).toBe(1)
  expect(scale.dayAt(scale.at(days('2010').from))).toBe(days('2010').from)
  expect(scaleOf([])).toBeNull()
})

test('years, months, weeks or days are named along it, as many as there is room for', () => {
  expect(labels(scaleFor('1998', '2024-05'))).toEqual(['2000', '2005', '2010', '2015', '2020', '2025'])
  expect(labels(scaleFor('1998', '2024-05'), 3)).toEqual(['2000', '2010', '2020'])
  expect(labels(scaleFor('2024-01-03', '2024-05-30'))).toEqual([
    ...['Jan 2024', 'Feb 2024', 'Mar 2024', 'Apr 2024', 'May 2024', 'Jun 2024'],
  ])
  // Mondays
  expect(labels(scaleFor('2024-01-03', '2024-01-30'))).toEqual([
    ...['1 Jan 2024', '8 Jan 2024', '15 Jan 2024', '22 Jan 2024', '29 Jan 2024'],
  ])
  expect(labels(scaleFor('2024-01-03'))).toHaveLength(7)
})

test('one date long before all others is drawn near, beyond a fold, and says when it is', () => {
  const late = ['2019', '2020-02', '2021-06', '2022', '2024-05']
  const scale = scaleFor('1979-11-04', ...late)
  expect(scale.fold).not.toBeNull()
  expect(scale.at(days('2019').from)).toBeLessThan(0.2)
  expect(labels(scale)[0]).toBe('1980')
  // Nothing in a fold is named, what stands alone has a date of its own, and what lies on both sides of it is in order.
  expect(labels(scale)[1]).toMatch(/^20(19|20)$/u)
  for (const share of [0.01, 0.1, 0.5, 0.9]) expect(scale.at(scale.dayAt(share))).toBeCloseTo(share, 2)
  expect(labels(scaleFor('1985-05-20', ...late))[0]).toBe('1985')
  // With few others nothing is squeezed.
  expect(scaleFor('1979-11-04', '2022', '2024-05').fold).toBeNull()
  expect(scaleFor(...late).fold).toBeNull()
})

test('a long time is chosen from by months, a short one by days', () => {
  const [long, short] = [scaleFor('1998', '2024-05'), scaleFor('2024-01-03', '2024-05-30')]
  expect(long.units.dateOf(long.units.of(days('2020-03-09').from))).toBe('2020-03')
  expect(short.units.dateOf(short.units.of(days('2024-03-09').from))).toBe('2024-03-09')
})

const bar = (from: number, words = 60) => ({ from, to: from + 9, words })

test('words stand beside their bars, before them at the end of the line, in as few rows as there need be', () => {
  expect(placesOf([bar(0), bar(100), bar(120), bar(390)], 400, 3)).toEqual([
    { row: 0, words: 'after' },
    { row: 0, words: 'after' },
    { row: 1, words: 'after' },
    { row: 0, words: 'before' },
  ])
})

test('of many marks all bars are shown, and words only where they lie over nothing', () => {
  const boxes = Array.from({ length: 40 }, (_, index) => bar(index * 9))
  const places = placesOf(boxes, 400, 3)
  expect(new Set(places.map(({ row }) => row))).toEqual(new Set([0, 1, 2]))
  for (const [index, { row, words }] of places.entries()) {
    const next = places.findIndex((place, later) => later > index && place.row === row)
    const [box, after] = [boxes[index], boxes[next]]
    if (box && after && words === 'after') expect(box.to + box.words).toBeLessThanOrEqual(after.from)
  }
})

test('words give way to a bar that would find no row', () => {
  expect(placesOf([bar(0), bar(20)], 400, 1)).toEqual([
    { row: 0, words: null },
    { row: 0, words: 'after' },
  ])
})

test('marks at the same time never take more rows than there are', () => {
  const places = placesOf(
    Array.from({ length: 9 }, () => bar(50)),
    400,
    4,
  )
  expect(Math.max(...places.map(({ row }) => row))).toBe(3)
})
