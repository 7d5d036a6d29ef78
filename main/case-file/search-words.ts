/*
 * What the index is given and asked, so that FTS5's tokenizer for words (unicode61, https://sqlite.org/fts5.html) also serves
 * scripts that write without spaces: each of their letters becomes a word of its own, set apart by a control character that
 * no text of a case holds, and a word of theirs is looked for as a phrase of letters.
 */

const apart = '\u0002'
/** What the index puts around what it found. */
export const found = { start: '\u0003', end: '\u0004' }

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: those that the index uses itself, and the end of a string in C
const ours = /[\0\u0002-\u0004]/gu

export const toIndex = (text: string): string =>
  text.replace(ours, ' ').replace(unspaced, `${apart}$&${apart}`)

export const fromIndex = (words: string): string => words.replaceAll(apart, '')

const hasWords = /[\p{L}\p{N}\p{M}\p{Co}]/u

/**
 * What a person looks for, as FTS5 wants it; null where there is nothing to look for. Every word becomes a quoted string, so
 * that nothing a person types is syntax.
 */
export function toQuery(words: string): string | null {
  const wanted: string[][] = [[]]
  const unwanted: string[] = []
  let isNot = false
  for (const [, dash, quoted, word = ''] of words.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)) {
    if (word === 'OR' && wanted.at(-1)?.length) wanted.push([])
    else if (word === 'NOT') isNot = true
    else if (word !== 'AND' && hasWords.test(quoted ?? word)) {
      const term = `"${toIndex(quoted ?? word)}"${quoted === undefined ? '*' : ''}`
      if (isNot || dash) unwanted.push(term)
      else wanted.at(-1)?.push(term)
      isNot = false
    }
  }
  const either = wanted.filter((all) => all.length > 0).map((all) => `(${all.join(' AND ')})`)
  if (either.length === 0) return null
  const query = either.join(' OR ')
  return unwanted.length > 0 ? `(${query}) NOT (${unwanted.join(' OR ')})` : query
}
