import { expect, test } from 'vitest'
import type { DateHow } from '../../preload/contract/dates.ts'
import { dateOf, daysNamed, daysOf, meets, spanOf } from './dates-span.ts'

/** Of what lasts, unless it is said what it is. */
const span = (
  startOn: string,
  endOn = '',
  startHow: DateHow = 'on',
  what: { type: string } | { kind: string } = { kind: 'commands' },
) => spanOf({ startOn, startHow, endOn, endHow: 'on', ...what })
const event = { type: 'event' }
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
  expect(during('1990', span('2020', '', 'before', event))).toBe(true)
  expect(during('2030', span('2020', '', 'after', event))).toBe(true)
  expect(span('')).toBeNull()
})

test('what lasts and has no end goes on: one who took a command in 2020 has it in 2022', () => {
  for (const lasts of [
    { kind: 'commands' },
    { kind: 'of one’s own' },
    { type: 'person' },
    { type: 'of one’s own' },
  ]) {
    expect(during('2022', span('2020-01-03', '', 'on', lasts))).toBe(true)
    expect(during('2022', span('2020-01-03', '', 'by', lasts))).toBe(true)
    expect(during('2019', span('2020-01-03', '', 'on', lasts))).toBe(false)
    expect(during('2022', span('2020-01-03', '2021', 'on', lasts))).toBe(false)
  }
})

test('what happens is over with its date: an event, and relations such as attacked and met', () => {
  for (const happens of [event, ...['attacked', 'claimed', 'met', 'succeeded'].map((kind) => ({ kind }))]) {
    expect(during('2020-01', span('2020-01-03', '', 'on', happens))).toBe(true)
    expect(during('2022', span('2020-01-03', '', 'on', happens))).toBe(false)
    expect(during('2021', span('2020-01-03', '2022', 'on', happens))).toBe(true)
  }
})

test('what has an end alone began at any time before', () => {
  expect(during('1990', span('', '2020'))).toBe(true)
  expect(during('2021', span('', '2020'))).toBe(false)
})

test('where something stands by its date is told by the dates it names, whatever goes on before and after', () => {
  const named = (startOn: string, endOn = '') => {
    const days = daysNamed({ startOn, endOn })
    return days && [dateOf(days.from), dateOf(days.to)]
  }
  expect(named('2020-01-03')).toEqual(['2020-01-03', '2020-01-03'])
  expect(named('2020', '2022-03')).toEqual(['2020-01-01', '2022-03-31'])
  expect(named('', '2022-03')).toEqual(['2022-03-01', '2022-03-31'])
  expect(named('')).toBeNull()
})
