import { onOneLine } from '../../preload/contract/line.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first words of a text on one line, for labels: at most `most` letters (graphemes), then an ellipsis. */
export function excerpt(text: string, most = 40): string {
  // Four code units a letter is plenty for the cut; segmenting a whole chapter for a label would be waste.
  const line = onOneLine(text.slice(0, most * 8))
  const letters = Array.from(graphemes.segment(line), (part) => part.segment)
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : line
}
