import { found } from './search-words.ts'

/** UTF-16 code units before and after the first find, at most. */
const before = 48
const after = 110

export interface Snippet {
  /** The first find, in the words without marks. */
  start: number
  end: number
  snippet: string
  marks: [start: number, end: number][]
}

/** The words around the first find, on one line, from words in which the finds stand between marks. */
export function snippetOf(marked: string): Snippet {
  const { words, finds } = unmark(marked)
  const [start, end] = finds[0] ?? [0, 0]
  const from = start <= before ? 0 : wordStart(words, start - before, start)
  const to = start + after >= words.length ? words.length : wordEnd(words, Math.max(end, start + after), end)
  const head = from > 0 ? '…' : ''
  const marks = finds
    .filter(([one, other]) => one >= from && other <= to)
    .map(([one, other]): [number, number] => [one - from + head.length, other - from + head.length])
  // A line break or a tab is as long as the space that takes its place.
  const line = words.slice(from, to).replace(/[\n\t\r]/gu, ' ')
  return { start, end, snippet: `${head}${line}${to < words.length ? '…' : ''}`, marks }
}

function unmark(marked: string): { words: string; finds: [number, number][] } {
  const finds: [number, number][] = []
  let words = ''
  for (const [index, piece] of marked.split(found.start).entries()) {
    if (index === 0) {
      words = piece
      continue
    }
    const [hit = '', rest = ''] = piece.split(found.end)
    finds.push([words.length, words.length + hit.length])
    words += hit + rest
  }
  return { words, finds }
}

/** The first beginning of a word from `at` on, before `limit`; where there is none, at least no half letter. */
function wordStart(words: string, at: number, limit: number): number {
  const space = words.indexOf(' ', at)
  return space >= 0 && space < limit ? space + 1 : graphemeAt(words, at)
}

function wordEnd(words: string, at: number, limit: number): number {
  const space = words.lastIndexOf(' ', at)
  return space > limit ? space : graphemeAt(words, at)
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Where the letter begins that stands at `at`; looked for among some letters around it, since a text can be long. */
function graphemeAt(words: string, at: number): number {
  const from = Math.max(0, at - 64)
  return from + (segmenter.segment(words.slice(from, at + 64)).containing(at - from)?.index ?? at - from)
}
