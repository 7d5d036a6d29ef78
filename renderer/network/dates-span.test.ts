import { expect, test } from 'vitest'
import { dateOf, daysOf, isRealDate, meets, spanOf } from './dates-span.ts'
import { rowsOfMarks, scaleOf, ticksOf } from './timeline-scale.ts'

const span = (startOn: string, endOn = '', startHow: 'on' | 'before' | 'after' = 'on') =>
  spanOf({ startOn, startHow, endOn, endHow: 'on' })
const days = (date: string) => daysOf(date) ?? { from: Number.NaN, to: Number.NaN }
const during = (date: string, one: ReturnType<typeof span>) => one !== null && meets(one, days(date))

test('a year, a month and a day are as long as they are, also in a leap year and long ago', () => {
  for (const [date, last] of [
    ['2024', '2024-12-31'],
    ['2024-02', '2024-02-29'],
    ['0099-02', '0099-02-28'],
    ['2024-03-09', '2024-03-09'],
  ] as const)
    expect(dateOf(days(date).to)).toBe(last)
})

test('what holds from one date to another is found in between, and what is before or after one on that side', () => {
  expect(during('2021', span('2020', '2023'))).toBe(true)
  expect(during('2024', span('2020', '2023'))).toBe(false)
  expect(during('1990', span('2020', '', 'before'))).toBe(true)
  expect(during('2030', span('2020', '', 'after'))).toBe(true)
  expect(during('2021', span('2020'))).toBe(false)
  expect(span('')).toBeNull()
})

test('a day that there is not is no date', () => {
  expect(['2024-13-40', '2024-02-30', '24', 'May', '2024-02-29'].map(isRealDate)).toEqual([
    ...[false, false, false, false, true],
  ])
})

test('a timeline goes from before the first to after the last, with years or months named along it', () => {
  const years = scaleOf([days('1998'), days('2024-05')])
  if (!years) throw new Error('Something is dated')
  expect(ticksOf(years).map(({ label }) => label)).toEqual(['2000', '2005', '2010', '2015', '2020', '2025'])
  const months = scaleOf([days('2024-01-03'), days('2024-03-02')])
  if (!months) throw new Error('Something is dated')
  expect(ticksOf(months).map(({ label }) => label)).toEqual(['2024-01', '2024-02', '2024-03'])
  expect(months.at(months.dayAt(0.5))).toBeCloseTo(0.5, 1)
  expect(scaleOf([])).toBeNull()
})

test('marks at the same time stand in rows below each other, and there are never more rows than asked', () => {
  const marks = Array.from({ length: 9 }, () => ({ span: days('2024-05') }))
  const scale = scaleOf(marks.map((mark) => mark.span))
  if (!scale) throw new Error('Something is dated')
  expect(rowsOfMarks(marks, scale, 4).map(({ row }) => row)).toEqual([0, 1, 2, 3, 3, 3, 3, 3, 3])
})
