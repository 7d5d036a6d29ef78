import type { BlockKind } from '../../preload/contract/article.ts'
import type { Piece } from './piece.ts'

/** Between blocks stands a blank line, as in a plain text. */
const GAP = '\n\n'

/** A stretch of words out of a marked-up text, and what the marks say of it. */
export interface MarkedWords {
  kind?: BlockKind
  level?: number
  words: string
}

/** Makes one text of stretches of normalised words, each a piece of it. The empty are left out. */
export function joinPieces(parts: MarkedWords[]): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = []
  const texts: string[] = []
  let at = 0
  for (const { words, ...rest } of parts) {
    if (words === '') continue
    pieces.push({ ...rest, start: at, end: at + words.length })
    texts.push(words)
    at += words.length + GAP.length
  }
  return { text: texts.join(GAP), pieces }
}
