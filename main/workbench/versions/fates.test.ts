import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fatesIn } from './fates.ts'

const old = [
  'The harbour froze in the first week of the year.',
  'Nobody in the town could remember when it last had, and the pilots of the port said so too.',
  'The ferry stayed where it was. The mayor said that she would not forget it soon.',
  'The ferry left on the eleventh, when the ice broke up within an hour.',
].join('\n\n')

/** What becomes of these words of the old text in the new one: their fate, and the words they would then stand on. */
function fateOf(words: string, now: string, from = 0): string {
  const start = old.indexOf(words, from)
  const [found] = fatesIn(old, now, [{ start, end: start + words.length }])
  return found && 'start' in found
    ? `${found.fate}: ${now.slice(found.start, found.end)}`
    : (found?.fate ?? '')
}

test('a typo corrected elsewhere leaves every passage sure', () => {
  const now = old.replace('harbour', 'harbor')
  for (const words of [
    'pilots of the port',
    'The ferry left',
    'first week',
    'when the ice broke up within an hour.',
  ])
    expect(fateOf(words, now)).toBe(`sure: ${words}`)
})

test('words that were corrected themselves are moved, to what took their place', () => {
  expect(fateOf('pilots of the port', old.replace('pilots', 'pilot'))).toBe('moved: pilot of the port')
  expect(fateOf('eleventh', old.replace('eleventh', 'elevenths'))).toBe('moved: elevenths')
})

test('words whose next words changed are never sure: a “not” may have come before them', () => {
  expect(fateOf('forget it soon', old.replace('would not forget', 'would forget'))).toBe(
    'moved: forget it soon',
  )
})

test('words that went into another paragraph are moved, and asked about', () => {
  const now = `${old.replace('The mayor said that she would not forget it soon.', '')}\n\nThe mayor said that she would not forget it soon.`
  expect(fateOf('she would not forget', now)).toBe('moved: she would not forget')
})

test('words that are gone are lost, also where a few of them are left', () => {
  const now = old.replace('Nobody in the town could remember when it last had, and', 'As')
  expect(fateOf('Nobody in the town could remember when it last had', now)).toBe('lost')
})

test('one of two paragraphs in the same words is not sure to be the one that is left', () => {
  const twice = `Nobody was hurt.\n\nThe ferry left.\n\nNobody was hurt.`
  const once = 'Now the ferry left.\n\nNobody was hurt.'
  const [found] = fatesIn(twice, once, [{ start: 0, end: 6 }])
  expect(found).toMatchObject({ fate: 'moved' })
})

// Words of one kind in the text, of another in what is put in, so that where each letter came from can be told afterwards.
const edit = fc.record({
  at: fc.nat(10_000),
  out: fc.nat(12),
  put: fc.array(fc.constantFrom('NEW', 'OTHER', 'X\n\nY', 'MORE'), { maxLength: 4 }),
})
interface Letter {
  letter: string
  /** Its offset in the old text; -1 for one that was put in. */
  from: number
}

function edited(text: string, edits: { at: number; out: number; put: string[] }[]): Letter[] {
  let letters: Letter[] = Array.from({ length: text.length }, (_, from) => ({
    letter: text[from] ?? '',
    from,
  }))
  for (const { at, out, put } of edits) {
    const place = at % (letters.length + 1)
    const added = [...put.join(' ')].map((letter) => ({ letter, from: -1 }))
    letters = [...letters.slice(0, place), ...added, ...letters.slice(place + out)]
  }
  return letters
}

/** Every word another, so that no edit can make words that stood elsewhere. */
const distinct = Array.from({ length: 90 }, (_, n) => `w${n}${n % 11 === 10 ? '.\n\n' : ' '}`)
  .join('')
  .trim()
const spans = fc.array(fc.tuple(fc.nat(distinct.length - 20), fc.integer({ min: 1, max: 60 })), {
  minLength: 3,
  maxLength: 8,
})

test('after any edits a sure passage stands on the very letters it stood on, and on no other', () => {
  let sure = 0
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), spans, (edits, places) => {
      const letters = edited(distinct, edits)
      const now = letters.map(({ letter }) => letter).join('')
      const passages = places.map(([start, length]) => ({
        start,
        end: Math.min(distinct.length, start + length),
      }))
      for (const [at, found] of fatesIn(distinct, now, passages).entries()) {
        const passage = passages[at]
        if (found.fate !== 'sure' || !passage) continue
        sure++
        const origins = letters.slice(found.start, found.end).map(({ from }) => from)
        expect(origins).toEqual(
          Array.from({ length: passage.end - passage.start }, (_, n) => passage.start + n),
        )
      }
    }),
    { numRuns: 400 },
  )
  // Most passages are far from any edit.
  expect(sure).toBeGreaterThan(500)
})

const few = fc.array(fc.constantFrom('the', 'group', 'said', 'that', 'it', 'not', '\n\n'), {
  minLength: 20,
  maxLength: 80,
})

test('in texts full of repeats a sure passage has the same words and the same words around it', () => {
  fc.assert(
    fc.property(
      few,
      fc.array(edit, { maxLength: 4 }),
      fc.nat(),
      fc.integer({ min: 1, max: 40 }),
      (words, edits, at, length) => {
        const text = words.join(' ')
        const now = edited(text, edits)
          .map(({ letter }) => letter)
          .join('')
        const start = at % text.length
        const end = Math.min(text.length, start + length)
        const [found] = fatesIn(text, now, [{ start, end }])
        if (found?.fate !== 'sure') return
        expect(now.slice(found.start, found.end)).toBe(text.slice(start, end))
        // Twelve code units on either side, or as many as there are to the line's end.
        const line = [text.lastIndexOf('\n', start - 1) + 1, text.indexOf('\n', end - 1)]
        const left = text.slice(Math.max(line[0] ?? 0, start - 12), start)
        const right = text.slice(end, Math.min(line[1] === -1 ? text.length : (line[1] ?? 0), end + 12))
        expect(now.slice(0, found.start).endsWith(left)).toBe(true)
        expect(now.slice(found.end).startsWith(right)).toBe(true)
      },
    ),
    { numRuns: 400 },
  )
})

test('any fate is a place in the new text, whatever the two texts are', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      (before, now) => {
        const [found] = fatesIn(before, now, [{ start: 0, end: before.length }])
        if (found && 'start' in found) {
          expect(found.start).toBeLessThan(found.end)
          expect(found.end).toBeLessThanOrEqual(now.length)
        }
      },
    ),
  )
})
