/** A place in the article's text. UTF-16 code units, end exclusive. */
export interface Hit {
  start: number
  end: number
}

/** More hits than anybody steps through; a single letter in a book has more. */
export const mostHits = 5000

/** What a keyboard gives for the signs that articles are set with. */
const sameSigns: Record<string, string> = { "'": "['’‘ʼ]", '"': '["“”„«»]', '-': '[-‐‑–—]' }

/**
 * Where the words stand, in order, without regard to case, to the form of quotes and dashes, and to how the lines are
 * broken between them. Matching is the engine's own, so that the offsets are those of the text as it is: a lower-cased copy
 * of some scripts has another length.
 */
export function hitsOf(text: string, query: string): Hit[] {
  const words = query.toWellFormed().normalize('NFC').trim()
  if (words === '') return []
  const pattern = Array.from(words, (sign) => sameSigns[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'))
    .join('')
    .replace(/\s+/gu, '\\s+')
  const hits: Hit[] = []
  for (const { index, 0: found } of text.matchAll(new RegExp(pattern, 'giu'))) {
    hits.push({ start: index, end: index + found.length })
    if (hits.length === mostHits) break
  }
  return hits
}

/** The hit to show first: the one at or after where the person reads, or the first of all. */
export function firstFrom(hits: Hit[], at: number): number {
  const next = hits.findIndex((hit) => hit.start >= at)
  return next < 0 ? 0 : next
}
