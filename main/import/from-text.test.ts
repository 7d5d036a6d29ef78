import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArticleDraft } from './draft.ts'
import { articleFromText } from './from-text.ts'

const read = (text: string) => articleFromText(text, { source: '', name: '' })
const kinds = (draft: ArticleDraft) =>
  draft.blocks.map(({ kind, start, end }) => [kind, draft.text.slice(start, end).slice(0, 24)])

const PROSE =
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had. '
    .repeat(2)
    .trim()
const SHORT = 'Nobody minded at first, and the boys took their skates to school with them every day.'

test('a pasted page shows the article, and folds what stands around it', () => {
  const draft = read(
    [
      'Ice in the harbour',
      'Coast Weekly | 14 February 2021 | 3 min read',
      'By Ann Example and Bo Sample',
      `${SHORT} (Photo by Cy Pattern / Press Pool via AFP) MORE LESS`,
      'Start your day with Coast Weekly.\nSign up for our Harbour newsletter',
      PROSE,
      'What the boats did',
      SHORT,
      'Who pays?',
      PROSE,
      'This story was republished from Sea Review under Creative Commons.',
      'Latest News\nComments\nMasthead Masthead\nManaging Editor:\nHead of Boats: Dee Model',
    ].join('\n\n'),
  )
  expect(draft).toMatchObject({
    title: 'Ice in the harbour',
    byline: 'Ann Example and Bo Sample',
    publisher: 'Sea Review',
    publishedOn: '2021-02-14',
    language: 'en',
  })
  expect(kinds(draft).map(([kind]) => kind)).toEqual([
    ...['title', 'furniture', 'furniture', 'caption', 'furniture', 'furniture', 'paragraph'],
    ...['heading', 'paragraph', 'heading', 'paragraph'],
    ...['furniture', 'furniture', 'furniture', 'furniture', 'furniture', 'furniture'],
  ])
})

test('an agency’s report: what stands over its title and under its end is set apart, and its crossheads are headings', () => {
  const draft = read(
    [
      'URGENT\nTwo ports halt loading after blast at silo\n19 February 2024 11:04 GMT',
      `DRESK, Feb 19 (Northwire) - ${PROSE}`,
      'SECOND STOP THIS MONTH',
      PROSE,
      '(Reporting by Pavel Orlik; Editing by Ruth Kemp)',
      'ENDS',
    ].join('\n\n'),
  )
  expect(draft).toMatchObject({
    title: 'Two ports halt loading after blast at silo',
    publishedOn: '2024-02-19',
  })
  expect(kinds(draft).map(([kind]) => kind)).toEqual([
    ...['furniture', 'title', 'furniture', 'paragraph', 'heading', 'paragraph', 'paragraph', 'furniture'],
  ])
})

test('a press release, its lines broken by hand', () => {
  const lines = PROSE.replace(/(.{60,70}) /gu, '$1\n')
  const draft = read(
    [
      'FOR IMMEDIATE RELEASE\nContact: Ines Valk, press@salt.example',
      'OSTMAR SALT COMPANY TO WEIGH EVERY BARGE TWICE',
      `OSTMAR, 7 November 2023 — ${lines}`,
      lines,
      '# # #',
    ].join('\n\n'),
  )
  expect(draft.title).toBe('OSTMAR SALT COMPANY TO WEIGH EVERY BARGE TWICE')
  expect(kinds(draft).map(([kind]) => kind)).toEqual([
    ...['furniture', 'furniture', 'title', 'paragraph', 'paragraph', 'furniture'],
  ])
})

test('words that only look like furniture stay where the author wrote them', () => {
  for (const line of [
    'Comments',
    'Start your day with a walk.',
    'This article is part of the problem, the mayor wrote, and the paper printed it.',
    'Getty Images sued the harbour over its postcards.',
    'The ferry will not sail before March, the captain said. (Reuters)',
  ]) {
    expect(kinds(read(`Ice\n\n${PROSE}\n\n${line}\n\n${PROSE}`)).map(([kind]) => kind)).not.toContain(
      'furniture',
    )
  }
  const last = kinds(read(`Ice\n\n${PROSE}\n\nAs the director said: we go on.`)).at(-1)
  expect(last?.[0]).toBe('paragraph')
})

test('a text without long paragraphs, such as a poem, is left whole', () => {
  const draft = read('Home\n\nSearch the shore,\nshare the bread,\nsave the light.\n\nRelated')
  expect(draft.blocks.some((block) => block.kind === 'furniture')).toBe(false)
})

test('lines broken by hand are one paragraph', () => {
  const wrapped =
    'The harbour froze in the first week of the year, and nobody\nin the town could remember when it last had frozen.'
  expect(kinds(read(`Ice\n\n${wrapped}`))).toEqual([
    ['title', 'Ice'],
    ['paragraph', 'The harbour froze in the'],
  ])
})

test('a text that begins with a sentence has no title block, and is called by its first words', () => {
  const draft = read(`${PROSE}\n\n${PROSE}`)
  expect(draft.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph'])
  expect(draft.title).toMatch(/^The harbour froze .*…$/u)
  expect(draft.title.length).toBeLessThanOrEqual(80)
})

test('a Persian text is Persian, and runs from right to left', () => {
  expect(read('بندر یخ زده بود و هیچ‌کس چنین زمستانی را به یاد نمی‌آورد. پل بسته شد.')).toMatchObject({
    language: 'fa',
    direction: 'rtl',
  })
})

test('a text without words is refused', () => {
  expect(() => read(' \n--- *** ---\n')).toThrow('There are no words in this text.')
})

test('blocks hold every letter once, in order, without blanks at their ends', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '',
      '',
      PROSE,
      'Comments',
      'By Ann Example',
      '* one',
      '9 January 2024',
      'A heading',
      '\t',
      '  indented',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { text, blocks } = read(`a\n${lines.join('\n')}`)
      let at = 0
      for (const { start, end } of blocks) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
      expect(blocks.filter((block) => block.kind === 'title').length).toBeLessThanOrEqual(1)
    }),
  )
})

test('a very long text of short lines can be read', () => {
  expect(read('a\n'.repeat(300_000)).blocks.length).toBe(300_000)
})

test('a book of forty thousand paragraphs is read within seconds', () => {
  const started = performance.now()
  read(`${PROSE}\n\nA heading\n\n`.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(5000)
})
