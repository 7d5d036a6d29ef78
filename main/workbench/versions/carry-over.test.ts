import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input, Output } from '../../../preload/contract.ts'
import { annotationsOf } from '../../case-file/annotations.ts'
import { findArticle, readContent } from '../../case-file/articles.ts'
import { answer } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { deskIn } from '../testing/desk.ts'

const text = [
  'Ice in the harbour',
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had.',
  'The pilots of the port said that they had not seen the like of this in thirty years, nor had their fathers.',
  'On the ninth a boat was lost off the point. The men walked home over the ice, and nobody was hurt that day.',
].join('\n\n')

let folder = ''
let desk: Desk
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-versions-'))
  desk = deskIn(folder, 'case')
})
afterEach(() => {
  desk.case.close()
  rmSync(folder, { recursive: true })
})

type Verbs = 'article.paste' | 'annotate.tag' | 'version.find' | 'version.compare' | 'version.carry'
async function ask<Name extends Verbs>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const got = await answer(desk, name, input)
  if (!got.ok) throw new Error(got.trouble.code)
  return got.value as Output<Name>
}
const paste = async (words: string) => (await ask('article.paste', { text: words, html: '' })).added[0] ?? ''
const tag = async (articleId: string, words: string) => {
  const start = text.indexOf(words)
  const passage = { articleId, start, end: start + words.length }
  return (await ask('annotate.tag', { passage, tag: { name: 'Claim' } })).annotationId
}
const quotes = (articleId: string) => annotationsOf(desk.case.read, articleId).map(({ quote }) => quote)
const corrected = text
  .replace('pilots of the port', 'port’s pilots')
  .replace('a boat was lost', 'two boats were lost')

test('an article with nearly the words of one before is found to be its new version, any other is not', async () => {
  const first = await paste(text)
  await tag(first, 'nobody was hurt')
  const second = await paste(corrected)
  await paste(
    `The ferry\n\n${'It left on the eleventh with all who had waited for it, and came back on the twelfth. '.repeat(5)}`,
  )
  const [found, ...others] = await ask('version.find', { articleId: second })
  expect(found).toMatchObject({ articleId: first, title: 'Ice in the harbour', passages: 1 })
  expect(others).toEqual([])
  expect(await ask('version.find', { articleId: first })).toEqual([])
})

test('a note of a few lines with one word corrected is a new version too', async () => {
  const first = await paste('The ferry\n\nIt left at nine with all who had waited for it on the quay.')
  const second = await paste('The ferry\n\nIt left at ten with all who had waited for it on the quay.')
  expect(await ask('version.find', { articleId: second })).toMatchObject([{ articleId: first }])
})

test('what is sure goes over in one step, with its tags; the moved wait for a yes, and one undo takes all back', async () => {
  const first = await paste(text)
  const sure = await tag(first, 'in the first week of the year')
  const moved = await tag(first, 'a boat was lost off the point')
  const refused = await tag(first, 'The pilots of the port said')
  const second = await paste(corrected)
  const fates = await ask('version.compare', { articleId: second, earlierId: first })
  expect(fates.map(({ annotationId, fate }) => [annotationId, fate])).toEqual([
    [sure, 'sure'],
    [refused, 'moved'],
    [moved, 'moved'],
  ])
  const versions = { articleId: second, earlierId: first }
  expect(await ask('version.carry', { ...versions, accepted: [moved] })).toEqual({ carried: 2, left: 1 })
  expect(quotes(second)).toEqual(['in the first week of the year', 'two boats were lost off the point'])
  expect(quotes(first)).toEqual(['The pilots of the port said'])
  expect(findArticle(desk.case.read, second).replacesId).toBe(first)
  // Quote and offsets agree wherever it stands now.
  const now = readContent(desk.case.read, second).text
  for (const { start, end, quote } of annotationsOf(desk.case.read, second))
    expect(now.slice(start, end)).toBe(quote)

  // What was left can be decided on later.
  expect(await ask('version.compare', versions)).toMatchObject([{ annotationId: refused, fate: 'moved' }])
  desk.case.travel('undo')
  expect([quotes(first).length, quotes(second).length]).toEqual([3, 0])
  expect(findArticle(desk.case.read, second).replacesId).toBe(null)
})

test('an article is no new version of itself, nor of one that took its place', async () => {
  const first = await paste(text)
  const second = await paste(corrected)
  await ask('version.carry', { articleId: second, earlierId: first, accepted: [] })
  for (const [articleId, earlierId] of [[first, first] as const, [first, second] as const])
    await expect(ask('version.carry', { articleId, earlierId, accepted: [] })).rejects.toThrow(
      'version-circle',
    )
})
