import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'

test('the same words typed on different systems become the same text', () => {
  expect(normalise('One\r\ntwo\rthree\u2028four')).toBe('One\ntwo\nthree\nfour')
  expect(normalise('Cafe\u0301')).toBe('Café')
})

test('nothing that cannot be seen is left to shift what is searched for', () => {
  expect(normalise('\ufeffOne\u0000 \u0007two\u0085three  \n')).toBe('One two\nthree')
})

test('a word broken by a soft hyphen or an unseen space is found when it is typed', () => {
  expect(normalise('Haf\u00aden\u200bstadt\u2060, 10\u202f000\u00a0tonnes')).toBe('Hafenstadt, 10 000 tonnes')
})

test('blank lines shrink to one, and none are left at either end', () => {
  expect(normalise('\n \nOne  \n\n\t\n\nTwo\n\n')).toBe('One\n\nTwo')
})

test('the joiner that Persian words need stays', () => {
  expect(normalise('می\u200cخواهم')).toBe('می\u200cخواهم')
})

test('half a character becomes a mark that something is missing', () => {
  expect(normalise('a\ud800b')).toBe('a\ufffdb')
})

test('normalising twice changes nothing more', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\r',
      '\n',
      '\t',
      ' ',
      '\u0301',
      '\ufeff',
      '\u0344'.repeat(20),
      '\u0323'.repeat(31),
      '\u034f',
      '\u00a0',
      '\u00ad',
      '\u2003',
      '\ud800',
      '\u0085',
      'é',
      '\u1100',
      '\u1161',
    ),
  )
  fc.assert(
    fc.property(fc.array(unit), (parts) => {
      const once = normalise(parts.join(''))
      expect(normalise(once)).toBe(once)
      expect(once.normalize('NFC')).toBe(once)
      expect(once).not.toMatch(/[^\S\n]$|\n\n\n|\r/mu)
    }),
  )
})

test('letters buried under marks keep all of them, and take no longer than others', () => {
  const started = performance.now()
  const buried = normalise(`a${'\u0301\u0323'.repeat(500_000)}b`)
  expect(performance.now() - started).toBeLessThan(5000)
  // Taken apart piece by piece: NFD over all of them at once would itself take quadratic time.
  const marks = buried.split('\u034f').map((piece) => piece.normalize('NFD'))
  expect(marks.join('')).toHaveLength(1_000_002)
})

test('a very long run of spaces takes no longer than as many letters', () => {
  const started = performance.now()
  normalise(`${' '.repeat(2_000_000)}a`)
  expect(performance.now() - started).toBeLessThan(2000)
})
