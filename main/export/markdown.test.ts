import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { nested, plain, quotation } from './markdown.ts'

const reader = new MarkdownIt({ html: true })
const shown = (markdown: string) =>
  reader
    .render(markdown)
    .replace(/<[^>]*>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .replace(/\s+/gu, ' ')
    .trim()

test('words that look like markup are shown as they are', () => {
  for (const words of [
    '# no heading',
    '* no list',
    '- no list',
    '1. no list',
    'a_b_c *d* `e`',
    '[no](link)',
    '<b>no tag</b>',
    '&amp; no entity',
    'a | b',
    '~~no~~',
  ])
    expect(shown(`x ${plain(words)}`)).toBe(`x ${words}`)
  for (const words of ['# no heading', '* no list', '- no list', '1. no list', '+ no', '> no quote', '1) no'])
    expect(shown(plain(words))).toBe(words)
})

test('whatever an article says, a quotation of it shows these words and nothing else', () => {
  const nasty = fc.constantFrom(
    '#',
    '*',
    '_',
    '`',
    '[x](y)',
    '<i>',
    '&lt;',
    '1.',
    '-',
    '+',
    '>',
    '|',
    '\\',
    'word',
    '~',
    '!',
    '===',
    '---',
  )
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 12 }), (parts) => {
      const words = parts.join(' ')
      expect(shown(quotation(words))).toBe(words)
    }),
  )
})

test("a note's own headings stand below the export's, except in code", () => {
  expect(nested('# One\n\n## Two\n\n```\n# not a heading\n```', 3)).toBe(
    '#### One\n\n##### Two\n\n```\n# not a heading\n```',
  )
})

test('a fence that a note leaves open does not swallow the rest of the export', () => {
  expect(nested('```\ncode', 3)).toBe('```\ncode\n```')
})

test('a name turns none of the words around it round; a quotation keeps what the article holds', () => {
  expect(plain('Agent \u202eX\u2067 and\nmore')).toBe('Agent X and more')
  expect(quotation('a \u202eb')).toBe('> a \u202eb')
})
