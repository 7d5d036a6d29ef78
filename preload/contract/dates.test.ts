import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dateHows,
  dateInWords,
  endsBeforeItStarts,
  noPeriod,
  PartialDate,
  periodInWords,
  readDate,
} from './dates.ts'

test.each([
  ['2024', '2024', 'on'],
  [' 2024-03 ', '2024-03', 'on'],
  ['March 2024', '2024-03', 'on'],
  ['by 22 March 2024', '2024-03-22', 'by'],
  ['around 2023', '2023', 'around'],
  ['~2023', '2023', 'around'],
  ['c. 1979', '1979', 'around'],
  ['Before 3rd Sept. 2001', '2001-09-03', 'before'],
  ['after Jan 3, 2020', '2020-01-03', 'after'],
  ['in May 2011', '2011-05', 'on'],
  ['', '', 'on'],
])('“%s” is read as a date', (typed, on, how) => {
  expect(readDate(typed)).toEqual({ on, how })
})

test.each([
  ['2024-13-40', 'There is no month 13: a year has 01 to 12.'],
  ['2024-02-30', 'There is no day 30 in February 2024.'],
  ['31 April 2024', 'There is no day 31 in April 2024.'],
  ['soon', 'Write a date as 2024, March 2024'],
  ['by and by 2024', 'Write a date as 2024, March 2024'],
  ['03/04/2024', 'Write a date as 2024, March 2024'],
])('“%s” is refused in a sentence', (typed, sentence) => {
  expect(readDate(typed)).toEqual({ trouble: expect.stringContaining(sentence) })
})

test('a date in words is read as the very same date', () => {
  const parts = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 0, max: 12 }), fc.boolean())
  fc.assert(
    fc.property(parts, fc.constantFrom(...dateHows), ([year, month, hasDay], how) => {
      const on = [year, month && String(month).padStart(2, '0'), month && hasDay && '28']
        .filter(Boolean)
        .join('-')
      expect(readDate(dateInWords(on, how))).toEqual({ on, how })
      expect(PartialDate.safeParse(on).success).toBe(true)
    }),
  )
})

test('what ends before it starts is seen, unless a date is only around or leaves that side open', () => {
  const period = { ...noPeriod, startOn: '2024-03', endOn: '2024-02-27' }
  expect(endsBeforeItStarts(period)).toBe(true)
  expect(endsBeforeItStarts({ ...period, endOn: '2024' })).toBe(false)
  expect(endsBeforeItStarts({ ...period, startHow: 'around' })).toBe(false)
  expect(endsBeforeItStarts({ ...period, startHow: 'by' })).toBe(false)
  expect(endsBeforeItStarts({ ...period, endHow: 'after' })).toBe(false)
  expect(endsBeforeItStarts({ ...period, endHow: 'by' })).toBe(true)
})

test('a period is said as a person would say it', () => {
  expect(periodInWords({ ...noPeriod, startOn: '2012', startHow: 'around', endOn: '2020' })).toBe(
    'around 2012 to 2020',
  )
  expect(periodInWords({ ...noPeriod, endOn: '2020-01' })).toBe('until January 2020')
  expect(periodInWords({ ...noPeriod, endOn: '2020', endHow: 'by' })).toBe('ended by 2020')
  expect(periodInWords(noPeriod)).toBe('')
})

test.each([
  ['on', 'on', '2001 to 2018'],
  ['on', 'around', '2001 to around 2018'],
  ['on', 'before', '2001, ended before 2018'],
  ['on', 'after', '2001, ended after 2018'],
  ['on', 'by', '2001, ended by 2018'],
  ['around', 'on', 'around 2001 to 2018'],
  ['around', 'by', 'around 2001, ended by 2018'],
  ['before', 'on', 'began before 2001, ended 2018'],
  ['after', 'around', 'began after 2001, ended around 2018'],
  ['by', 'by', 'began by 2001, ended by 2018'],
] as const)('a start %s and an end %s a date make “%s”', (startHow, endHow, words) => {
  expect(periodInWords({ startOn: '2001', startHow, endOn: '2018', endHow })).toBe(words)
})
