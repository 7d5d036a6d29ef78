import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fillCase } from '../../e2e/fixtures/fill-case.ts'
import type { Patch } from '../../preload/contract/patch.ts'
import { insertArticle } from '../case-file/articles.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { describeArticle } from './describe-article.ts'
import type { Desk } from './desk.ts'
import { followSearch, keepSearch, searchCase } from './search-case.ts'
import { editTag } from './tags.ts'
import { writeNote } from './write-note.ts'

let folder = ''
let one: OpenCase
let stop = () => {}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-search-'))
  one = openCase(join(folder, 'Lume.ligature'), { create: true })
  fillCase(one)
  stop = keepSearch({ case: one } as Desk)
})
afterEach(() => {
  stop()
  one.close()
  rmSync(folder, { recursive: true })
})

const look = async (words: string) => {
  const { hits } = await searchCase({ case: one } as Desk, { words })
  return hits.map(({ kind, snippet }) => `${kind}: ${snippet}`)
}
const follow = (patch: Patch | null) => {
  if (patch) followSearch(one, patch)
}
const step = <Value>(change: (db: WriteCase) => { label: string; value: Value }) => {
  const { value, patch } = one.step(change)
  follow(patch)
  return value
}

test('a word is found in articles, their details, entities, tags and notes of a case just opened', async () => {
  const kinds = new Set((await look('guild OR brandt OR lume OR chain')).map((hit) => hit.split(':')[0]))
  expect([...kinds].sort()).toEqual(['article', 'entity', 'note', 'text'])
  expect(await look('lackadaisical')).toEqual([])
})

test('what is written is found at once, what is undone no longer, and what is redone again', async () => {
  expect(await look('zeppelin')).toEqual([])
  step((db) => writeNote(db, { on: { wholeCase: true }, body: 'Where was the zeppelin?' }))
  expect(await look('zeppelin')).toEqual(['note: Where was the zeppelin?'])
  follow(one.travel('undo'))
  expect(await look('zeppelin')).toEqual([])
  follow(one.travel('redo'))
  expect(await look('zeppelin')).toHaveLength(1)
})

test('an article that is added, corrected and undone is found as it is', async () => {
  const text = 'A quay\n\nThe crane stood still. Nobody mends a crane at night.'
  const blocks = [
    { kind: 'title' as const, start: 0, end: 6 },
    { kind: 'paragraph' as const, start: 8, end: text.length },
  ]
  const known = { byline: 'R. Weir', publisher: 'Courier', publishedOn: '', source: '', language: 'en' }
  const articleId = step((db) => ({
    label: 'Add article',
    value: insertArticle(db, { title: 'A quay', direction: 'ltr', ...known }, { text, blocks }),
  }))
  const { hits } = await searchCase({ case: one } as Desk, { words: 'crane' })
  expect(hits).toHaveLength(1)
  expect(text.slice(hits[0]?.start, hits[0]?.end)).toBe('crane')
  step((db) =>
    describeArticle(db, { ...known, articleId, title: 'A dry dock', publishedOn: '', direction: 'ltr' }),
  )
  expect(await look('quay')).toEqual([])
  expect(await look('dry dock')).toHaveLength(1)
  expect(await look('crane')).toHaveLength(1)
  follow(one.travel('undo'))
  follow(one.travel('undo'))
  expect(await look('crane OR "dock" OR quay')).toEqual([])
})

test('a renamed tag is found by its new name only', async () => {
  const [tag] = one.read.all<{ id: string; name: string }>({ text: 'SELECT * FROM tag', values: [] })
  if (!tag) throw new Error('The case has a tag.')
  step((db) => editTag(db, { tagId: tag.id, name: 'Xylograph', color: 1, description: '' }))
  expect(await look('xylo')).toEqual(['tag: Xylograph'])
  expect((await look(`"${tag.name}"`)).filter((hit) => hit.startsWith('tag'))).toEqual([])
})
