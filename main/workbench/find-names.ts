import type { Hit, Hits } from '../../preload/contract/mentions.ts'
import { mostHits } from '../../preload/contract/mentions.ts'
import type { Parsed } from '../../preload/contract.ts'
import { allArticles, readContent } from '../case-file/articles.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'

/** UTF-16 code units of the text around a hit, at most. */
const around = 48

/** What a keyboard gives for the signs that articles are set with. */
const sameSigns: Record<string, string> = { "'": "['’‘ʼ]", '"': '["“”„«»]', '-': '[-‐‑–—]' }
const letter = '[\\p{L}\\p{N}\\p{M}]'
/** Scripts that write without spaces have no ends of words to look for. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

export async function findNames(
  desk: Desk,
  { names, matchCase, articleId }: Parsed<'mention.find'>,
): Promise<Hits> {
  const pattern = patternOf(names, matchCase)
  const hits: Hit[] = []
  const db = desk.case.read
  const ids = articleId
    ? [articleId]
    : allArticles(db)
        .map(({ id }) => id)
        .reverse()
  for (const id of ids) {
    const { text } = readContent(db, id)
    for (const { start, end } of spansIn(text, pattern)) {
      if (hits.length === mostHits) return { hits, areMore: true }
      hits.push({ articleId: id, start, end, ...context(text, start, end) })
    }
    // A case of a thousand articles takes a second: a person's other calls come in between.
    await new Promise(setImmediate)
  }
  return { hits, areMore: false }
}

/**
 * Names as one pattern, the longest first, so that "Islamic State Khorasan" is not found as "Islamic State". `*` stands for up to
 * forty letters, `?` for one. Two `*` a name at most: each more would multiply the time by forty. Throws a TroubleError for more.
 */
export function patternOf(names: readonly string[], matchCase: boolean): RegExp {
  if (names.some((name) => name.split('*').length > 3))
    throw new TroubleError('pattern-too-wide', 'A pattern can hold two * at most.', 'Leave one of them out.')
  const either = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const words = Array.from(name.trim(), (sign) => {
        if (sign === '*') return `${letter}{0,40}`
        if (sign === '?') return letter
        return sameSigns[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')
      })
        .join('')
        .replace(/\s+/gu, '\\s+')
      const [first = '', last = ''] = [name.trim().at(0), name.trim().at(-1)]
      const begins = unspaced.test(first) ? '' : `(?<!${letter})`
      const ends = unspaced.test(last) ? '' : `(?!${letter})`
      return `${begins}${words}${ends}`
    })
  return new RegExp(either.join('|'), matchCase ? 'gu' : 'giu')
}

/** Where the pattern stands in a text. UTF-16 code units, end exclusive. */
export function* spansIn(text: string, pattern: RegExp): Generator<{ start: number; end: number }> {
  for (const { index, 0: found } of text.matchAll(pattern))
    if (found !== '') yield { start: index, end: index + found.length }
}

function context(text: string, start: number, end: number): Pick<Hit, 'before' | 'words' | 'after'> {
  const line = (words: string) => words.toWellFormed().replace(/\s+/gu, ' ')
  const before = text.slice(Math.max(0, start - around), start)
  const after = text.slice(end, end + around)
  return {
    before: line(start > around ? before.replace(/^\S*\s/u, '') : before),
    words: line(text.slice(start, end)),
    after: line(end + around < text.length ? after.replace(/\s\S*$/u, '') : after),
  }
}
