const LONGEST = 300

/** What a file says of itself, on one line of at most 300 code units. */
export function oneLine(words: string): string {
  return words
    .slice(0, LONGEST * 4)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
}
