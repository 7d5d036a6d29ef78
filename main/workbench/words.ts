import { onOneLine } from '../../preload/contract/line.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first words of a text on one line, for labels: at most `most` letters (graphemes), then an ellipsis. */
export function excerpt(text: string, most = 40): string {
  // Sixteen code units a letter are plenty; segmenting a whole chapter for a label would be waste.
  const line = onOneLine(text.slice(0, most * 16))
  const letters = Array.from(graphemes.segment(line), (part) => part.segment)
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : line
}

/** Letters of the scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A name or words of a text to stand inside a label: shortened, and isolated (Unicode's FSI and PDI) where it is written from
 * right to left, so that it reorders nothing around it.
 */
export function inLabel(text: string, most?: number): string {
  const words = excerpt(text, most)
  return rightToLeft.test(words) ? `\u2068${words}\u2069` : words
}

/** The same in quotation marks. */
export const quoted = (text: string, most?: number): string => `“${inLabel(text, most)}”`
