import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  ['A wider war', 'A wider war'],
  ['notes\u202egpj.md', 'notes gpj.md'],
  ['\u2067قاسم\u2069 سلیمانی', 'قاسم سلیمانی'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['../../etc/passwd', 'etc passwd'],
  ['..\\..\\windows', 'windows'],
  ['line\r\nbreak\0nul\u001b[2J', 'line break nul [2J'],
  ['.hidden.', 'hidden'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['console', 'console'],
  ['', 'Untitled'],
  [' . \u202e\u200b ', 'Untitled'],
])('%j becomes the file name “%s”', (name, expected) => {
  expect(fileName(name)).toBe(expected)
})

test('whatever a thing is called, its file name fits a disk, names no folder and turns nothing round', () => {
  const letter = fc.oneof(
    fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom(
      '..',
      '/',
      '\\',
      '\u202e',
      '\u2067',
      '\0',
      '\n',
      ' ',
      '.',
      '👩‍👩‍👧',
      '漢',
      'ا',
      'e\u0301',
    ),
  )
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 120 }), (parts) => {
      const name = `${fileName(parts.join(''))} notes.ligature`
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]/u)
      expect(Buffer.byteLength(name)).toBeLessThan(255)
    }),
  )
  expect(fileName('a'.repeat(10_000))).toBe('a'.repeat(80))
})
