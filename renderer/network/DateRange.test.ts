import { expect, test } from 'vitest'
import { readRange } from './DateRange.tsx'

const now = { from: '2019', to: '2021' }

test('a side that nobody typed in stays as it is; one that was emptied is open', () => {
  expect(readRange({}, now)).toEqual(now)
  expect(readRange({ to: '' }, now)).toEqual({ from: '2019', to: '' })
})

test('dates are taken as a person writes them', () => {
  expect(readRange({ from: 'March 2020', to: '2021-06-30' }, now)).toEqual({
    from: '2020-03',
    to: '2021-06-30',
  })
})

test('what is no date, or comes before the start, is told in a sentence', () => {
  expect(readRange({ from: '2022-13' }, now)).toEqual({
    side: 'from',
    trouble: 'There is no month 13: a year has 01 to 12.',
  })
  expect(readRange({ to: 'by 2020' }, now)).toEqual({
    side: 'to',
    trouble: 'Write the date alone, without “by”.',
  })
  expect(readRange({ from: '2022' }, now)).toEqual({
    side: 'from',
    trouble: 'It cannot end (2021) before it starts (2022).',
  })
  // Typed one after the other, both are taken once the second makes the first right.
  expect(readRange({ from: '2022', to: '2023' }, now)).toEqual({ from: '2022', to: '2023' })
})
