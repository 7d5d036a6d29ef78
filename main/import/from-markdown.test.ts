import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleFromMarkdown } from './from-markdown.ts'
import { normalise } from './normalise.ts'

const read = (text: string) => articleFromMarkdown(text, { source: 'a.md', name: 'a' })
const shown = (markdown: string) => {
  const { text, blocks } = read(markdown)
  return blocks.map(({ kind, level, start, end }) => [
    level ? `${kind} ${level}` : kind,
    text.slice(start, end),
  ])
}

test('marks become blocks, and none is left in the words', () => {
  const markdown = `# The *last* ferry

It **left** at [nine](https://example.org), with \`salt\`
and a ~~lamp~~ &amp; rope.\\
Nobody waved.

## On board

> A quiet crossing.

- bread
  - rye
1. tea

### Below

![The hold](hold.png)`
  expect(shown(markdown)).toEqual([
    ['title', 'The last ferry'],
    ['paragraph', 'It left at nine, with salt and a lamp & rope.\nNobody waved.'],
    ['heading 2', 'On board'],
    ['quote', 'A quiet crossing.'],
    ['listItem', 'bread'],
    ['listItem', 'rye'],
    ['listItem', 'tea'],
    ['heading 3', 'Below'],
    ['caption', 'The hold'],
  ])
})

test('only the first large heading is the title', () => {
  expect(shown('# One\n\nA.\n\n# Two\n\nB.').map(([kind]) => kind)).toEqual([
    ...['title', 'paragraph', 'heading 2', 'paragraph'],
  ])
})

test('a table keeps its rows, and code its lines', () => {
  expect(shown('| a | b |\n|---|---|\n| c | d |\n\n    one\n\n    two')).toEqual([
    ['paragraph', 'a\tb'],
    ['paragraph', 'c\td'],
    ['paragraph', 'one\n\ntwo'],
  ])
})

test('words in HTML are kept, and its tags, comments and scripts are not', () => {
  expect(
    read('<div>One<br>two</div>\n\n<!-- hidden -->\n\n<script>run()</script>\n\nThe <b>end</b>.').text,
  ).toBe('One\ntwo\n\nThe end.')
})

test('what the front matter says about the article is known, and not shown as its words', () => {
  expect(read('---\ntitle: "Ferry"\nauthor: Ann Example\ndate: 2021-02-14\n---\n\nIt left.')).toMatchObject({
    title: 'Ferry',
    byline: 'Ann Example',
    publishedOn: '2021-02-14',
    text: 'It left.',
  })
})

test('a page clipped out of a browser: what it says of itself, its notes and boxes', () => {
  const clipped = `---
title: "Two sets of books"
source: "https://estuarypost.example/salt"
author:
  - "[[Mira Holm]]"
  - "[[Jonas Okeke]]"
published: 2023-11-05
created: 2023-11-09
tags: [clippings, salt]
---
For nine years the company told the office a number[^1]

> [!quote] The clerk
> Nobody asked me.

[^1]: Declarations of 2014 to 2023.`
  expect(read(clipped)).toMatchObject({
    title: 'Two sets of books',
    byline: 'Mira Holm, Jonas Okeke',
    publishedOn: '2023-11-05',
    source: 'https://estuarypost.example/salt',
  })
  expect(shown(clipped)).toEqual([
    ['paragraph', 'For nine years the company told the office a number[1]'],
    ['quote', 'The clerk Nobody asked me.'],
    ['listItem', '[1] Declarations of 2014 to 2023.'],
  ])
})

test('a page of a site that is built from Markdown, with TOML at its top', () => {
  const page = `+++
title = "A quiet strait"
authors = ["Edda Thorn", "Bo Karr"]
date = 2024-01-21T09:30:11Z
+++

It has a price.`
  expect(read(page)).toMatchObject({
    title: 'A quiet strait',
    byline: 'Edda Thorn, Bo Karr',
    publishedOn: '2024-01-21',
    text: 'It has a price.',
  })
})

test('a rule at the top of a text is a rule', () => {
  expect(read('---\n\nOne.\n\n---\n\nTwo.').text).toBe('One.\n\nTwo.')
})

test('any Markdown gives normalised words, all of them in blocks', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '# a',
      '> b',
      '- c',
      '\n\n',
      '```',
      '<i>',
      '| x |',
      '---',
      '**d**',
      '![e](f)',
      '\u0301',
      '  \n',
    ),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const { text, blocks } = read(`word\n\n${parts.join('\n')}`)
      expect(normalise(text)).toBe(text)
      const words = blocks.map(({ start, end }) => text.slice(start, end))
      expect(words.join('\n\n')).toBe(text)
      for (const piece of words) expect(piece.trim()).toBe(piece)
    }),
  )
})
