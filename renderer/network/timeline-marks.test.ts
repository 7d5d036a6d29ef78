import { expect, test } from 'vitest'
import { noPeriod, type Period } from '../../preload/contract/dates.ts'
import { sidesOf, whenOf } from './timeline-marks.ts'

const command = (period: Partial<Period>) => ({ ...noPeriod, ...period, kind: 'commands' })
const event = (period: Partial<Period>) => ({ ...noPeriod, ...period, type: 'event' })

test('a side of a bar has a tail where its date is not sure, and where nothing ends it', () => {
  expect(sidesOf(event({ startOn: '2020' }))).toEqual({ before: 'sure', after: 'sure' })
  expect(sidesOf(event({ startOn: '2020', startHow: 'by' }))).toEqual({ before: 'unsure', after: 'sure' })
  expect(sidesOf(event({ startOn: '2020', startHow: 'around' }))).toEqual({
    before: 'unsure',
    after: 'unsure',
  })
  expect(sidesOf(event({ startOn: '2020', startHow: 'after' }))).toEqual({ before: 'sure', after: 'unsure' })
  expect(sidesOf(command({ startOn: '2020' }))).toEqual({ before: 'sure', after: 'lasting' })
  expect(sidesOf(command({ startOn: '2020', endOn: '2022', endHow: 'after' }))).toEqual({
    before: 'sure',
    after: 'unsure',
  })
  expect(sidesOf(command({ endOn: '2022' }))).toEqual({ before: 'unsure', after: 'sure' })
})

test('what goes on says so in words', () => {
  expect(whenOf(command({ startOn: '2020-01-03' }))).toBe('since 3 January 2020')
  expect(whenOf(command({ startOn: '2020', startHow: 'by' }))).toBe('began by 2020, no end known')
  expect(whenOf(command({ startOn: '2020', endOn: '2022' }))).toBe('2020 to 2022')
  expect(whenOf(event({ startOn: '2020' }))).toBe('2020')
})
