import { expect, test } from 'vitest'
import { guessType } from './guess-type.ts'

test.each([
  ['Iran', 'state'],
  ['the United Kingdom', 'state'],
  ['Fatemiyoun Brigade', 'group'],
  ['ISIS-K', 'group'],
  ['Quds Force', 'organisation'],
  ['Kerman bombing', 'event'],
  ['Qassem Soleimani', null],
  ['Airportson', null],
])('“%s” stands ready as %s', (name, type) => {
  expect(guessType(name)).toBe(type)
})
