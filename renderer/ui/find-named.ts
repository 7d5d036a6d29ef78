import { matches } from './Picker.tsx'

export interface Found<Thing> {
  /** One is called just so. */
  isThere: boolean
  /** What a person means who types this and presses Enter: what is called so, then what begins so. */
  likely: Thing[]
  /** What holds the typed words elsewhere. */
  others: Thing[]
}

/**
 * Whoever types “Claim” and presses Enter means the tag of that name, or one that begins so, or a new one; never
 * “Key claim”. So a list shows the likely, what is new, and then the others, which the arrows reach. Each keeps the order it came
 * in. With `byWord` each typed word may begin any word of a name: people are called by their surnames.
 */
export function findNamed<Thing>(
  things: Iterable<Thing>,
  query: string,
  namesOf: (thing: Thing) => string[],
  byWord = false,
): Found<Thing> {
  const wanted = plain(query)
  const wantedWords = wordsOf(wanted)
  const begins = (name: string) => {
    if (name.startsWith(wanted)) return true
    if (!byWord || wantedWords.length === 0) return false
    const words = wordsOf(name)
    return wantedWords.every((start) => words.some((word) => word.startsWith(start)))
  }
  const exact: Thing[] = []
  const beginning: Thing[] = []
  const others: Thing[] = []
  for (const thing of things) {
    const names = namesOf(thing).map(plain)
    if (names.includes(wanted)) exact.push(thing)
    else if (names.some(begins)) beginning.push(thing)
    else if (names.some((name) => matches(name, wanted))) others.push(thing)
  }
  return { isThere: exact.length > 0, likely: [...exact, ...beginning], others }
}

const plain = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
const wordsOf = (name: string) => name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
