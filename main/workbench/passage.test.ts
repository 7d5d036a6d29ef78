import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snap } from './passage.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const cuts = (text: string) =>
  new Set([...Array.from(graphemes.segment(text), ({ index }) => index), text.length])
const words = (text: string, from: number, to: number) => {
  const { start, end } = snap(text, from, to)
  return text.slice(start, end)
}

test('blanks at both ends of a selection are left out', () => {
  expect(words('one two three', 3, 8)).toBe('two')
  expect(words('one\n\n  two', 3, 10)).toBe('two')
})

test('a selection through a letter takes the whole letter', () => {
  const family = '👨‍👩‍👧'
  expect(words(`a ${family} b`, 3, 5)).toBe(family)
  expect(words('cafe\u0301 noir', 0, 4)).toBe('cafe\u0301')
  expect(words('🇮🇷🇩🇪', 1, 3)).toBe('🇮🇷')
})

test('a selection without words, turned round or past the end is refused', () => {
  expect(() => snap('a   b', 1, 4)).toThrow('No words are selected.')
  expect(() => snap('abc', 2, 2)).toThrow('No words are selected.')
  expect(() => snap('abc', 2, 1)).toThrow('No words are selected.')
  expect(() => snap('abc', 1, 9)).toThrow('No words are selected.')
})

test('whatever is selected in whatever script, the passage begins and ends between whole letters', () => {
  const letters = fc.constantFrom(
    'a',
    ' ',
    '\n',
    'é',
    'e\u0301',
    '👩🏽‍💻',
    '🇫🇷',
    'س',
    'ا',
    '漢',
    '한',
    '👍',
    'ก',
    'ำ',
    'क्षि',
  )
  const texts = fc.array(letters, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, two) => {
      const [from, to] = [one % text.length, two % (text.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ]
      fc.pre(/\S/u.test(text.slice(from, to)))
      const { start, end } = snap(text, from, to)
      const whole = cuts(text)
      expect(whole.has(start)).toBe(true)
      expect(whole.has(end)).toBe(true)
      expect(text.slice(start, end)).toContain(text.slice(from, to).trim())
    }),
  )
})
