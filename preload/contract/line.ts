/** Embeddings, overrides and isolates: the characters that turn round what stands after them (https://unicode.org/reports/tr9). */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu

/**
 * Words as one line that reorders nothing around it: without control characters, line breaks, halves of letters and whatever
 * turns others round. Marks of direction (LRM, RLM, ALM) stay: they act on their neighbours alone, and names need them.
 */
export function onOneLine(words: string): string {
  return words
    .toWellFormed()
    .replace(turning, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
