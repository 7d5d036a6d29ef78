import { expect, test } from 'vitest'
import { Name } from './call.ts'
import { onOneLine } from './line.ts'

test.each([
  ['photo_\u202egpj.exe', 'photo_gpj.exe'],
  ['\u2066\u2067\u2068a\u2069\u2069b\u202a\u202b\u202c\u202dc', 'abc'],
  ['a\0b\u0007c\u001bd\u009be', 'a b c d e'],
  ['one\r\n\ttwo\u2028three\u2029four\u0085five', 'one two three four five'],
  ['\ud800half\udc00', '\ufffdhalf\ufffd'],
])('%j reorders nothing: %s', (words, line) => {
  expect(onOneLine(words)).toBe(line)
  expect(Name.parse(words)).toBe(line)
})

test('what names of people need stays: joiners, marks of direction, accents, emoji of several parts', () => {
  for (const name of [
    'می\u200cخواهم',
    'C++\u200f',
    '\u061cقاسم',
    'क्\u200dष',
    'Łódź',
    '👩\u200d👩\u200d👧',
    'O’Brien',
  ])
    expect(Name.parse(name)).toBe(name.normalize('NFC'))
})
