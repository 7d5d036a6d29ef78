/** Every way a file may end a line: CR LF, CR, vertical tab, form feed, NEL, and Unicode's line and paragraph separators. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu

/**
 * Control characters but tab and line feed, byte order marks, and the soft hyphens, zero-width spaces and word joiners that web
 * pages strew into words: nobody sees them, and a word that holds one is not found. The joiners and direction marks that
 * Persian, Arabic and Hebrew are written with stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/gu

/** Spaces that forbid a line's end. They look like spaces and are typed as spaces when searched for, so they become that. */
const NO_BREAK_SPACE = /[\u00a0\u202f]/gu

/**
 * More marks on a letter than any script knows, as in a text made to spoil a page: NFC sorts each letter's marks in quadratic
 * time (200,000 took 30 s). A grapheme joiner after every thirtieth bounds that; Unicode calls it the Stream-Safe Text Format.
 */
const THIRTY_MARKS = /([\p{M}--\u034f]{30})(?=[\p{M}--\u034f])/gv
const JOINED_MARKS = '$1\u034f'

/**
 * The one form in which words are kept, since offsets count in it: well-formed UTF-16, NFC, LF, no blanks at the end of a
 * line, no blank lines at either end and never two in a row. Normalising twice changes nothing more.
 */
export function normalise(text: string): string {
  const visible = text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(INVISIBLE, '')
    .replace(NO_BREAK_SPACE, ' ')
    .replace(THIRTY_MARKS, JOINED_MARKS)
    .normalize('NFC')
    // Again, since NFC makes two marks of a few.
    .replace(THIRTY_MARKS, JOINED_MARKS)
  const kept: string[] = []
  let wasBlank = false
  // Line by line rather than with one pattern: /\s+$/ takes quadratic time on a long run of spaces.
  for (const line of visible.split('\n')) {
    const trimmed = line.trimEnd()
    const isBlank = trimmed === ''
    if (!(isBlank && wasBlank)) kept.push(trimmed)
    wasBlank = isBlank
  }
  return kept.join('\n').trim()
}
