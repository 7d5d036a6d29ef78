/** What XML 1.0 has no letter for is shown as \ufffd: control characters, halves of letters and two that are none. */
const noLetter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const references: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  // A reader makes a line feed of the first, and spaces of all three in attributes.
  ...{ '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' },
  // Ends of lines in XML 1.1, which some readers take for such in 1.0 too.
  ...{ '\u0085': '&#133;', '\u2028': '&#8232;' },
}

/** Words as they stand in an element or attribute. */
export const escaped = (words: string): string =>
  words.replace(noLetter, '\ufffd').replace(/[&<>"\r\n\t\u0085\u2028]/gu, (sign) => references[sign] ?? '')
