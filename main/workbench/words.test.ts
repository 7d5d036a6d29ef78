import { expect, test } from 'vitest'
import { excerpt, quoted } from './words.ts'

test('the first words of a long text are cut between letters, never inside one', () => {
  expect(excerpt('One  line\nand another.')).toBe('One line and another.')
  expect(excerpt('👩‍👩‍👧'.repeat(50), 3)).toBe('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧…')
})

test('a name in a label reorders nothing around it, whatever it holds', () => {
  expect(quoted('Kerman')).toBe('“Kerman”')
  expect(quoted('evil\u202ename\u0007')).toBe('“evilname”')
  expect(quoted('كرمان')).toBe('“\u2068كرمان\u2069”')
  expect(quoted('شرق\u2067\u202e')).toBe('“\u2068شرق\u2069”')
  expect(quoted('N'.repeat(10_000))).toBe(`“${'N'.repeat(40)}…”`)
})
