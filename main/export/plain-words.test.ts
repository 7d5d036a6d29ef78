import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { longDate } from '../../preload/contract/dates.ts'
import { nested, plain, quotation } from './markdown.ts'

const md = new MarkdownIt({ html: false })
/** What a reader sees, and which elements it stands in. */
function read(markdown: string) {
  const html = md.render(markdown)
  const elements = [...html.matchAll(/<([a-z0-9]+)/gu)].map(([, name]) => name)
  return { words: md.utils.unescapeAll(html.replace(/<[^>]*>/gu, '')).trim(), elements }
}
const nasty = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~~',
        '[a](b)',
        '![',
        '<b>',
        '<!--',
        '&',
        'amp;',
        '#',
        '##',
        '-',
        '+',
        '1.',
        '2)',
      ],
      ...[
        '=',
        '===',
        '---',
        '|',
        '>',
        '\\',
        '~~',
        ' ',
        ' ',
        'word',
        'Kerman',
        ':',
        '!',
        'http://a.b',
        '“',
        '😀',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').replace(/\s+/gu, ' ').trim())
  .filter((line) => line !== '')

test('words stay words: nothing in them becomes markup, alone or as a heading', () => {
  fc.assert(
    fc.property(nasty, (line) => {
      expect(md.render(plain(line))).toBe(`<p>${md.utils.escapeHtml(line)}</p>\n`)
      expect(md.render(`## ${plain(line)}`)).toBe(`<h2>${md.utils.escapeHtml(line)}</h2>\n`)
    }),
    { numRuns: 1000 },
  )
})

test('a quotation of many lines is one quotation, word for word', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (lines) => {
      const paragraph = md.utils.escapeHtml(lines.join('\n'))
      expect(md.render(quotation(lines.join('\n')))).toBe(
        `<blockquote>\n<p>${paragraph}</p>\n</blockquote>\n`,
      )
    }),
  )
})

test('a line of colons and dashes under another does not make a table of the two', () => {
  expect(md.render(quotation('|*\n:---'))).toBe('<blockquote>\n<p>|*\n:---</p>\n</blockquote>\n')
})

test('a note’s own headings stand below the heading it is under, and never deeper than six', () => {
  expect(read(nested('# One\n\n### Three\n\n###### Six\n\n#hashtag', 3)).elements).toEqual([
    'h4',
    'h6',
    'h6',
    'p',
  ])
})

test('code in a note stays as it is, and a fence left open ends with the note', () => {
  expect(nested('```\n# no heading\n```\n# heading', 2)).toBe('```\n# no heading\n```\n### heading')
  expect(read(`${nested('~~~\ncode', 3)}\n\n## Next`).elements.at(-1)).toBe('h2')
  expect(read(`${nested('```inline``` code', 3)}\n\n## Next`).elements).toEqual(['p', 'code', 'h2'])
})

test('a date is written out, and one that is in no calendar is left as it was typed', () => {
  expect(['2024', '2024-01', '2024-01-03', '2024-02-31', ''].map(longDate)).toEqual([
    ...['2024', 'January 2024', '3 January 2024', '2024-02-31', ''],
  ])
})
