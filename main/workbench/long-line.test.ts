import { expect, test } from 'vitest'
import { snap } from './passage.ts'

function words(text: string, from: number, to: number): string {
  const { start, end } = snap(text, from, to)
  return text.slice(start, end)
}

test.each([
  ['with blanks', 'word '],
  ['without one', '漢字'],

  ['without an end of letters', 'abcdefgh'],
])('snapping in a line of ten million letters %s looks at a few of them only', (_what, unit) => {
  const text = unit.repeat(Math.ceil(10_000_000 / unit.length))
  // Looking at all of them takes several seconds; at a few, some milliseconds, also on a busy computer.
  const began = performance.now()
  expect(words(text, text.length - unit.length * 2, text.length).trim()).toBe((unit + unit).trim())
  expect(performance.now() - began).toBeLessThan(1500)
})
