import type { BlockKind } from '../../preload/contract/article.ts'

/** A stretch of an article's text that will become one block; `kind` is left open where the format does not tell it. */
export interface Piece {
  kind?: BlockKind
  level?: number
  start: number
  end: number
}

/** Where an article comes from: `source` is kept with it, `name` stands in for a title when its words hold none. */
export interface Origin {
  source: string
  name: string
}

/** Lines broken by hand are about this wide, in UTF-16 code units: shorter ones are lines of their own, longer ones paragraphs. */
const WRAPPED_MIN = 45
const WRAPPED_MAX = 100

const BULLET = /^[•*-]\s/u

/** Cuts normalised plain text into pieces: at blank lines, and at every line where the lines were not broken by hand. */
export function cutPlainText(text: string): Piece[] {
  const pieces: Piece[] = []
  let group: Piece[] = []
  let at = 0
  for (const line of `${text}\n`.split('\n')) {
    const words = line.trimStart()
    const end = at + line.length
    if (words !== '') group.push(linePiece(words, end))
    else {
      // Not push(...): a long text of short lines would be more arguments than a call may have.
      for (const piece of joinWrapped(group)) pieces.push(piece)
      group = []
    }
    at = end + 1
  }
  return pieces
}

function linePiece(words: string, end: number): Piece {
  const place = { start: end - words.length, end }
  return BULLET.test(words) ? { ...place, kind: 'listItem' } : place
}

function joinWrapped(lines: Piece[]): Piece[] {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last || lines.length === 1) return lines
  const isWrapped = lines.every(
    (line) =>
      line.kind === undefined &&
      line.end - line.start <= WRAPPED_MAX &&
      (line === last || line.end - line.start >= WRAPPED_MIN),
  )
  return isWrapped ? [{ start: first.start, end: last.end }] : lines
}
