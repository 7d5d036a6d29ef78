/** The longest line, in code units, that is taken for a title or a sub-heading. */
const TITLE_MAX = 200
const HEADING_MAX = 80
/** What follows a sub-heading is a paragraph: at least this long, and longer than the heading. */
const PARAGRAPH_MIN = 80

/** Whether the first line of a plain text is its title rather than its first sentence. */
export function isTitle(words: string): boolean {
  return words.length <= TITLE_MAX && !words.includes('\n') && !/[.,;:…]["'”’»]?$/u.test(words)
}

/** Whether a line of a plain text is a sub-heading: short, without an end of a sentence (but "?"), over a longer paragraph. */
export function isHeading(words: string, following: string): boolean {
  return (
    words.length <= HEADING_MAX &&
    !words.includes('\n') &&
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words) &&
    /[\p{L}\p{N})?؟]$/u.test(words) &&
    following.length >= Math.max(PARAGRAPH_MIN, words.length * 1.5)
  )
}
