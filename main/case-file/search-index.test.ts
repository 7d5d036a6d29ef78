import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SearchIndex } from './search-index.ts'

let index: SearchIndex
beforeEach(() => {
  index = new SearchIndex()
})
afterEach(() => index.close())

/** An article of one block, which begins so many UTF-16 code units into it. */
function read(words: string, at = 0) {
  index.add([{ kind: 'text', id: 'a', at, words }])
  return (wanted: string) =>
    index.search(wanted).hits.map(({ start, end }) => words.slice(start - at, end - at))
}

describe('looking for words finds', () => {
  test.each([
    ['a word in any case', 'KERMAN', ['Kerman']],
    ['a word by how it begins', 'recruit', ['Recruiters']],
    ['a word without its accents', 'arzte', ['Ärzte']],
    ['words that all stand there, in any order', 'border kerman', ['Kerman']],
    ['words in quotes only where they stand together', '"the border"', ['the border']],
    ['and not in another order', '"border crossed"', []],
    ['nothing where one of the words is not there', 'kerman vienna', []],
    ['either word with OR', 'vienna OR border', ['border']],
    ['nothing where a word stands that is not wanted', 'kerman -border', []],
    ['the same with NOT', 'kerman NOT vienna', ['Kerman']],
    ['nothing without a word', ' "" * ( ) OR NOT ', []],
  ])('%s', (_, wanted, finds) => {
    const here = read('Recruiters of the Kerman branch crossed the border; the Ärzte of Kerman did not.')
    expect(here(wanted)).toEqual(finds)
  })
})

test('whatever a person types is looked for, and none of it is taken for a command to the index', () => {
  read('some words')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void index.search(typed)))
  for (const typed of ['words:some', 'NEAR(some words)', '^some', '{words}: x', 'some" AND "'])
    expect(() => index.search(typed)).not.toThrow()
})

describe('scripts that write without spaces, or with marks in their words', () => {
  test.each([
    ['東京都の知事が会見した。', '京都', '京都'],
    ['ผู้ว่าราชการจังหวัดแถลง', 'จังหวัด', 'จังหวัด'],
    ['قال المتحدث إنّ الهجوم وقع في كرمان', 'الهجوم', 'الهجوم'],
    ['राष्ट्रपति ने कहा', 'राष्ट्र', 'राष्ट्रपति'],
    ['הדובר אמר כי ההתקפה', 'ההתקפה', 'ההתקפה'],
  ])('%s holds %s', (text, wanted, find) => {
    expect(read(text, 7)(wanted)).toEqual([find])
  })
})

test('each word of a text is found, and at its place', () => {
  const word = fc.constantFrom(
    'Kerman',
    'naïve',
    '東京',
    'หมู่บ้าน',
    'كرمان',
    '👩‍👩‍👧x',
    'İstanbul',
    'ﬁve',
    'राष्ट्रपति',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(999), (words, die, at) => {
      index.drop('text', 'a')
      const wanted = words[die % words.length] ?? ''
      const text = words.join(' ')
      const finds = read(text, at)(`"${wanted}"`)
      const letters = /[\p{L}\p{M}]+/u.exec(wanted)?.[0]
      expect(finds).toEqual([letters])
    }),
  )
})

test('a find is shown with some words around it, on one line, and all finds there are marked', () => {
  const words = `${'One two three. '.repeat(20)}Then\nKerman fell, and Kerman rose. ${'Four five. '.repeat(20)}`
  index.add([{ kind: 'note', id: 'n', at: 0, words }])
  const [hit] = index.search('kerman').hits
  expect(hit?.snippet).toMatch(/^…(\S+ )+Then Kerman fell, and Kerman rose\. (\S+ )*\S+…$/u)
  expect(hit?.snippet.length).toBeLessThan(240)
  expect(hit?.marks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual(['Kerman', 'Kerman'])
})
