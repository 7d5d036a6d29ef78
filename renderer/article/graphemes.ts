import type { ArticleContent } from '../../preload/contract/article.ts'
import { blockAt } from './block-at.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * A span widened to whole graphemes, what a person takes for one sign: a letter with its marks, a family of emoji. Offsets are
 * UTF-16 code units. Only the blocks at its two ends are looked at.
 */
export function wholeGraphemes(
  content: ArticleContent,
  start: number,
  end: number,
): { start: number; end: number } {
  return {
    start: edge(content, start, false),
    end: start === end ? edge(content, end, false) : edge(content, end, true),
  }
}

function edge({ text, blocks }: ArticleContent, offset: number, isEnd: boolean): number {
  const block = blocks[blockAt(blocks, offset)]
  if (!block || offset <= block.start || offset >= block.end) return offset
  const sign = graphemes.segment(text.slice(block.start, block.end)).containing(offset - block.start)
  if (!sign || block.start + sign.index === offset) return offset
  return block.start + sign.index + (isEnd ? sign.segment.length : 0)
}

/** A span without the white space at its ends, which some systems add to a word that is double-clicked. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return words.trim() === ''
    ? { start, end }
    : { start: start + lead, end: start + lead + words.trim().length }
}
