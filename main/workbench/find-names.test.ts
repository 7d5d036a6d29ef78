import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patternOf, spansIn } from './find-names.ts'

const found = (text: string, names: string[], matchCase = false) =>
  [...spansIn(text, patternOf(names, matchCase))].map(({ start, end }) => text.slice(start, end))

describe('a name is found', () => {
  test.each([
    ['in any case', 'KERMAN, Kerman and kerman', ['Kerman'], ['KERMAN', 'Kerman', 'kerman']],
    ['without its possessive', "Iran’s and Iran's way", ['Iran'], ['Iran', 'Iran']],
    ['not inside another word', 'Iranian, Iran-backed, TIran', ['Iran'], ['Iran']],
    ['over a line’s end', 'the Quds\nForce', ['Quds Force'], ['Quds\nForce']],
    [
      'with other quotes and dashes',
      'the Dockers’ Guild, ISIS‑K',
      ["Dockers' Guild", 'ISIS-K'],
      ['Dockers’ Guild', 'ISIS‑K'],
    ],
    [
      'as its longest form',
      'Islamic State Khorasan and Islamic State',
      ['Islamic State', 'Islamic State Khorasan'],
      ['Islamic State Khorasan', 'Islamic State'],
    ],
    ['by a pattern', 'brigade, brigades, brigadier', ['brigade?', 'brigad*r'], ['brigades', 'brigadier']],
    [
      'with signs that patterns use elsewhere',
      'a.b (c) [d] axb',
      ['a.b', '(c)', '[d]'],
      ['a.b', '(c)', '[d]'],
    ],
    ['in scripts without spaces', '東京都の京都', ['京都'], ['京都', '京都']],
    ['in Arabic and Persian', 'سردار قاسم سلیمانی، سلیمانی‌ها', ['سلیمانی'], ['سلیمانی', 'سلیمانی']],
  ])('%s', (_, text, names, expected) => {
    expect(found(text, names)).toEqual(expected)
  })

  test('in its own case where that is asked', () => {
    expect(found('us in the US', ['US'], true)).toEqual(['US'])
  })
})

test('whatever the names, what is found does not overlap, and is never empty', () => {
  const signs = fc.constantFrom('a', 'b', '*', '?', '.', ' ', '(', '-', "'", 'é')
  const name = fc
    .string({ unit: signs, minLength: 1, maxLength: 6 })
    .filter((each) => each.split('*').length <= 3)
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 4 }),
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '-') }),
      (names, text) => {
        let last = 0
        for (const { start, end } of spansIn(text, patternOf(names, false))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      },
    ),
  )
})

test('a pattern made to be slow is not, or is refused', () => {
  expect(found(`${'a'.repeat(200)} `.repeat(500), ['a*a*b', '*a*'])).toEqual([])
  expect(() => found('', ['a*a*a*'])).toThrow('A pattern can hold two * at most.')
})
