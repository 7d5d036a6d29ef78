import { expect, test } from 'vitest'
import { nearestEdge, resizedByWord } from './word-edges.ts'

const text = 'The “group” claimed it.\n\n港口关闭了两天。 المَرفأ أُغلِق'
const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end)
const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })

test('a passage begins and ends a word earlier or later, past marks and line breaks, in any script', () => {
  expect(words(resizedByWord(text, at('group'), 'start', 'back'))).toBe('The “group')
  expect(words(resizedByWord(text, at('group'), 'end', 'on'))).toBe('group” claimed')
  expect(words(resizedByWord(text, at('group” claimed'), 'end', 'back'))).toBe('group')
  expect(words(resizedByWord(text, at('The “group'), 'start', 'on'))).toBe('group')
  expect(words(resizedByWord(text, at('it'), 'end', 'on'))).toBe('it.\n\n港口')
  expect(words(resizedByWord(text, at('أُغلِق'), 'start', 'back'))).toBe('المَرفأ أُغلِق')
})

test('it never loses its last word, nor leaves the text', () => {
  expect(resizedByWord(text, at('claimed'), 'start', 'on')).toBe(null)
  expect(resizedByWord(text, at('claimed'), 'end', 'back')).toBe(null)
  expect(resizedByWord(text, at('The'), 'start', 'back')).toBe(null)
  expect(resizedByWord(text, at('أُغلِق'), 'end', 'on')).toBe(null)
})

test('a hand that stops within a word is at its nearer end; between words it is where it is', () => {
  const { start, end } = at('claimed')
  expect(nearestEdge(text, start + 2)).toBe(start)
  expect(nearestEdge(text, end - 2)).toBe(end)
  expect(nearestEdge(text, start)).toBe(start)
  expect(nearestEdge(text, text.indexOf('“') + 1)).toBe(text.indexOf('“') + 1)
})
