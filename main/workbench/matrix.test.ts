import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertArticle } from '../case-file/articles.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { tagPassage } from './annotate.ts'
import type { Desk } from './desk.ts'
import { makeMatrix } from './matrix.ts'
import { markMention } from './network.ts'

let folder = ''
let one: OpenCase
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-matrix-'))
  one = openCase(join(folder, 'Lume.ligature'), { create: true })
})
afterEach(() => {
  one.close()
  rmSync(folder, { recursive: true })
})

/** An article of these words; answers how to tag some of them. */
function article(title: string, text: string) {
  const known = { byline: '', publisher: '', publishedOn: '', source: '', language: 'en' }
  const { value: articleId } = one.step((db) => ({
    label: 'Add',
    value: insertArticle(
      db,
      { title, direction: 'ltr', ...known },
      { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
    ),
  }))
  const at = (words: string) => {
    const start = text.indexOf(words)
    return { articleId, start, end: start + words.length }
  }
  return {
    tag: (words: string, name: string) =>
      one.step((db) => tagPassage(db, { passage: at(words), tag: { name } })),
    mention: (words: string, name: string) =>
      one.step((db) => markMention(db, { passage: at(words), entity: { name, type: 'place' } })),
  }
}

/** The cells as "row × column: count". */
function cells(input: Parameters<typeof makeMatrix>[1]) {
  const { rows, columns, cells: of } = makeMatrix({ case: one } as Desk, input)
  const names = new Map(
    ['tag', 'entity', 'article'].flatMap((table) =>
      one.read
        .all<{ id: string; name?: string; title?: string }>({ text: `SELECT * FROM ${table}`, values: [] })
        .map(({ id, name, title }) => [id, name ?? title ?? '']),
    ),
  )
  const name = (id: string | undefined) => names.get(id ?? '')
  return of.map(([row, column, ids]) => `${name(rows[row])} × ${name(columns[column])}: ${ids.length}`).sort()
}
const apart = (all: string[]) => all.filter((cell) => !/^(.+) × \1:/u.test(cell))

test('tags by tags: on the same passage, overlapping, inside, before, and within some words', () => {
  const { tag } = article('Lume', 'The guild cut the chain. The port, by Friday, paid for a new one.')
  tag('The guild cut the chain', 'claim')
  tag('guild cut', 'actor')
  tag('cut the chain', 'deed')
  tag('The port', 'claim')
  tag('The port', 'owner')
  tag('paid', 'payment')
  const by = { by: 'tag', words: 3 } as const
  expect(apart(cells({ ...by, nearness: 'same' }))).toEqual(['claim × owner: 1', 'owner × claim: 1'])
  expect(apart(cells({ ...by, nearness: 'overlaps' }))).toEqual([
    'actor × claim: 1',
    'actor × deed: 1',
    'claim × actor: 1',
    'claim × deed: 1',
    'claim × owner: 1',
    'deed × actor: 1',
    'deed × claim: 1',
    'owner × claim: 1',
  ])
  expect(apart(cells({ ...by, nearness: 'inside' }))).toEqual([
    'actor × claim: 1',
    'claim × owner: 1',
    'deed × claim: 1',
    'owner × claim: 1',
  ])
  expect(cells({ ...by, nearness: 'before' })).toContain('actor × owner: 1')
  expect(cells({ ...by, nearness: 'before' })).not.toContain('owner × actor: 1')
  // “The port” and “paid” have two words between them, “chain” and “The port” none.
  expect(cells({ ...by, nearness: 'within', words: 2 })).toContain('owner × payment: 1')
  expect(cells({ ...by, nearness: 'within', words: 1 })).not.toContain('owner × payment: 1')
  expect(cells({ ...by, nearness: 'within', words: 1 })).toContain('owner × deed: 1')
})

test('tags by articles, and by the entities that are named near', () => {
  const lume = article('Lume', 'The guild cut the chain in Lume. Nobody was hurt in Ostrava.')
  lume.tag('The guild cut the chain in Lume', 'claim')
  lume.tag('Nobody was hurt in Ostrava', 'harm')
  lume.mention('Lume', 'Lume')
  lume.mention('Ostrava', 'Ostrava')
  article('Other', 'Quiet.').tag('Quiet', 'claim')
  expect(cells({ by: 'article', nearness: 'same', words: 1 })).toEqual([
    'claim × Lume: 1',
    'claim × Other: 1',
    'harm × Lume: 1',
  ])
  expect(cells({ by: 'entity', nearness: 'overlaps', words: 1 })).toEqual([
    'claim × Lume: 1',
    'harm × Ostrava: 1',
  ])
})

test('a tag counts those below it, also where a case from elsewhere goes round in a circle', () => {
  const { tag } = article('Lume', 'The guild cut the chain.')
  tag('guild', 'actor')
  tag('chain', 'thing')
  one.step((db) => {
    db.run({
      text: "UPDATE tag SET parentId = (SELECT id FROM tag WHERE name = 'thing') WHERE name = 'actor'",
      values: [],
    })
    return { label: 'Below', value: undefined }
  })
  expect(cells({ by: 'article', nearness: 'same', words: 1 })).toEqual(['actor × Lume: 1', 'thing × Lume: 2'])
  one.step((db) => {
    db.run({
      text: "UPDATE tag SET parentId = (SELECT id FROM tag WHERE name = 'actor') WHERE name = 'thing'",
      values: [],
    })
    return { label: 'Circle', value: undefined }
  })
  expect(cells({ by: 'article', nearness: 'same', words: 1 })).toEqual(['actor × Lume: 2', 'thing × Lume: 2'])
})
