const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** How far a word is looked for, in UTF-16 code units: longer ones, and longer runs without any, do not occur in writing. */
const reach = 400

type Span = { start: number; end: number }

/** The words around an offset, in order. What the window cuts off at its ends is left out. */
function wordsAround(text: string, at: number): Span[] {
  const from = Math.max(0, at - reach)
  const to = Math.min(text.length, at + reach)
  return [...words.segment(text.slice(from, to))]
    .filter((part) => part.isWordLike)
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }))
    .filter(({ start, end }) => (start > from || from === 0) && (end < to || to === text.length))
}

/** A passage that begins or ends one word earlier or later; null where it would have no words, or the text has no more. */
export function resizedByWord(
  text: string,
  { start, end }: Span,
  edge: 'start' | 'end',
  way: 'back' | 'on',
): Span | null {
  const around = wordsAround(text, edge === 'start' ? start : end)
  const edges = around.map((word) => word[edge])
  if (edge === 'start') {
    const next = way === 'back' ? edges.findLast((at) => at < start) : edges.find((at) => at > start)
    return next !== undefined && next < end ? { start: next, end } : null
  }
  const next = way === 'back' ? edges.findLast((at) => at < end) : edges.find((at) => at > end)
  return next !== undefined && next > start ? { start, end: next } : null
}

/** The edge of a word that is nearest to an offset within it; between words the offset itself. */
export function nearestEdge(text: string, at: number): number {
  const word = wordsAround(text, at).find(({ start, end }) => start < at && at < end)
  if (!word) return at
  return at - word.start < word.end - at ? word.start : word.end
}
