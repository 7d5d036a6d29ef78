import { onOneLine } from '../../preload/contract/line.ts'

/**
 * Words among others on a line: they appear as they are, and turn none of the others round. Characters that would, and that
 * nobody sees, are left out; a quotation, which stands on lines of its own, keeps them.
 */
export const plain = (text: string): string => escaped(onOneLine(text))

/** Everything that CommonMark could read as markup gets a backslash. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/gu, '\\$&')
    .replace(/&(?=[#\w]+;)/gu, '\\&')
    .replace(/(?<=\s)#+[ \t]*$/gmu, '\\$&')
    .replace(/^(\s*)([#+-]|:(?=-)|\d{1,9}[.)]|=+[ \t]*$)/gmu, (_all, blanks: string, mark: string) =>
      /^\d/u.test(mark) ? `${blanks}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${blanks}\\${mark}`,
    )
}

/** A quotation of an article: each of its lines behind ">". */
export function quotation(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${escaped(line.trim())}`.trimEnd())
    .join('\n')
}

/**
 * A person's Markdown inside a larger document: its headings move below `level`, so that a note's own "# Title" does not
 * start a new chapter of the export. Fenced code is left alone; a fence left open is closed.
 */
export function nested(body: string, level: number): string {
  let fence = ''
  const lines = body.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u.exec(line)?.[1] ?? ''
    if (fence) {
      if (mark.startsWith(fence) && line.trim() === mark) fence = ''
      return line
    }
    if (mark) fence = mark
    // A line of = or - under words would make them a heading, and an open comment would swallow the rest.
    if (/^ {0,3}(=+|-+)[ \t]*$/u.test(line)) return `\\${line.trim()}`
    return line
      .replaceAll('<!--', '\\<!--')
      .replace(/^ {0,3}(#{1,6})(?=\s|$)/u, (_all, marks: string) =>
        '#'.repeat(Math.min(6, marks.length + level)),
      )
  })
  if (fence) lines.push(fence)
  return lines.join('\n').trim()
}
