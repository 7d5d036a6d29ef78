import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstFrom, hitsOf, mostHits } from './find.ts'

const words = (text: string, query: string) =>
  hitsOf(text, query).map(({ start, end }) => text.slice(start, end))

test('words are found in any case, and wherever the line is broken', () => {
  expect(words('Iran. The IRAN desk; in\niran', 'iran')).toEqual(['Iran', 'IRAN', 'iran'])
  expect(words('Quds\nForce and Quds   Force', 'quds force')).toEqual(['Quds\nForce', 'Quds   Force'])
})

test('typed quotes and hyphens find the printed ones', () => {
  expect(words('Iran’s “allies”, 2020–2024', "iran's")).toEqual(['Iran’s'])
  expect(words('Iran’s “allies”, 2020–2024', '"allies"')).toEqual(['“allies”'])
  expect(words('Iran’s “allies”, 2020–2024', '2020-2024')).toEqual(['2020–2024'])
})

test('letters whose lower case is longer do not shift what is found after them', () => {
  expect(words('İİİ Kerman', 'kerman')).toEqual(['Kerman'])
})

test('nothing is found of nothing, and a letter of a book is not found without end', () => {
  expect(hitsOf('abc', '  ')).toEqual([])
  expect(hitsOf('a'.repeat(100_000), 'a')).toHaveLength(mostHits)
})

test('whatever is typed is looked for as it is, never read as a pattern', () => {
  const sign = fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    '\\',
    '*',
    '+',
    '?',
    '{',
    '}',
    '|',
    '^',
    '$',
    '.',
    '/',
    '💥',
    'é',
    'a',
    '-',
  )
  fc.assert(
    fc.property(
      fc.string({ unit: sign, minLength: 1, maxLength: 8 }),
      fc.string({ unit: sign }),
      (query, rest) => {
        const text = `${rest} ${query} ${rest}`
        const found = hitsOf(text, query)
        expect(found.length).toBeGreaterThan(0)
        for (const { start, end } of found)
          expect(text.slice(start, end).toLowerCase()).toBe(query.toLowerCase())
      },
    ),
  )
})

test('the search begins where the person reads, and goes round', () => {
  const hits = [3, 9, 20].map((start) => ({ start, end: start + 1 }))
  expect([0, 4, 21].map((at) => firstFrom(hits, at))).toEqual([0, 1, 0])
})
