import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertArticle } from '../case-file/articles.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { allTags, findTag, insertTag } from '../case-file/tags.ts'
import { tagPassage } from './annotate.ts'
import { makeTagSet, putInSet, renameSet } from './tag-sets.ts'
import { editTag, mergeTags, moveTag, pinTag, removeTag } from './tags.ts'

let folder = ''
let open: OpenCase
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-tags-'))
  open = openCase(join(folder, 'case.ligature'), { create: true })
})
afterEach(() => {
  open.close()
  rmSync(folder, { recursive: true })
})

const step = <Value>(change: (db: WriteCase) => { label: string; value: Value }): Value =>
  open.step((db) => change(db)).value
const made = (...names: string[]): string[] =>
  step((db) => ({ label: 'Make tags', value: names.map((name) => insertTag(db, name).id) }))
const tag = (id: string) => findTag(open.read, id)
const keys = () => Object.fromEntries(allTags(open.read).map(({ name, pin }) => [name, pin]))

describe('a tag', () => {
  test('goes below another one and back to the top; what is below it goes along', () => {
    const [attack = '', bomb = '', car = ''] = made('attack', 'bomb', 'car bomb')
    step((db) => moveTag(db, { tagId: car, parentId: bomb }))
    step((db) => moveTag(db, { tagId: bomb, parentId: attack }))
    expect([tag(car).parentId, tag(bomb).parentId]).toEqual([bomb, attack])
    step((db) => moveTag(db, { tagId: bomb, parentId: null }))
    expect([tag(car).parentId, tag(bomb).parentId]).toEqual([bomb, null])
  })

  test('never comes to stand below itself: a sentence says so, and nothing is changed', () => {
    const [attack = '', bomb = '', car = ''] = made('attack', 'bomb', 'car bomb')
    step((db) => moveTag(db, { tagId: bomb, parentId: attack }))
    step((db) => moveTag(db, { tagId: car, parentId: bomb }))
    expect(() => step((db) => moveTag(db, { tagId: attack, parentId: car }))).toThrow(
      '“attack” cannot stand below “car bomb”, which is below it. Nothing was changed.',
    )
    expect(() => step((db) => moveTag(db, { tagId: bomb, parentId: bomb }))).toThrow('below itself')
    expect(tag(attack).parentId).toBe(null)
  })

  test('of a case with a circle in it can be taken out of the circle', () => {
    const [one = '', other = '', third = ''] = made('one', 'other', 'third')
    step((db) => {
      db.run({ text: 'UPDATE tag SET parentId = ? WHERE id = ?', values: [other, one] })
      db.run({ text: 'UPDATE tag SET parentId = ? WHERE id = ?', values: [one, other] })
      return { label: 'Circle', value: undefined }
    })
    step((db) => moveTag(db, { tagId: third, parentId: one }))
    step((db) => moveTag(db, { tagId: one, parentId: null }))
    expect([one, other, third].map((id) => tag(id).parentId)).toEqual([null, one, one])
  })

  test('that is deleted leaves what was below it where it was itself', () => {
    const [attack = '', bomb = '', car = ''] = made('attack', 'bomb', 'car bomb')
    step((db) => moveTag(db, { tagId: bomb, parentId: attack }))
    step((db) => moveTag(db, { tagId: car, parentId: bomb }))
    step((db) => removeTag(db, { tagId: bomb }))
    expect(tag(car).parentId).toBe(attack)
  })

  test('cannot get the name of another one, in whatever case', () => {
    const [, bomb = ''] = made('Attaque', 'bomb')
    const input = { tagId: bomb, name: 'ATTAQUE', color: 1, description: '' }
    expect(() => step((db) => editTag(db, input))).toThrow('There is a tag “Attaque” already.')
    expect(tag(bomb).name).toBe('bomb')
  })
})

describe('two tags are made one', () => {
  test('in one step: passages and sets that had both keep one, and undo parts them again', () => {
    const text = 'The group claimed the attack.'
    const articleId = step((db) => ({
      label: 'Add article',
      value: insertArticle(
        db,
        { title: '', byline: '', publisher: '', publishedOn: '', source: '', language: '', direction: 'ltr' },
        { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
      ),
    }))
    const put = (start: number, name: string) =>
      step((db) => tagPassage(db, { passage: { articleId, start, end: start + 3 }, tag: { name } })).tagId
    const claim = put(0, 'claim')
    const claims = put(0, 'claims')
    put(4, 'claim')
    const { tagSetId } = step((db) => makeTagSet(db, { name: 'Said' }))
    for (const tagId of [claim, claims]) step((db) => putInSet(db, { tagSetId, tagId, isIn: true }))
    const rows = () =>
      open.read.all({
        text: `SELECT annotationId AS at, tagId FROM tagging UNION ALL SELECT tagSetId, tagId FROM tagSetMember ORDER BY 1, 2`,
        values: [],
      })
    const before = rows()
    step((db) => mergeTags(db, { tagId: claim, intoId: claims }))
    expect(allTags(open.read).map(({ name }) => name)).toEqual(['claims'])
    expect(rows()).toHaveLength(3)
    open.travel('undo')
    expect(rows()).toEqual(before)
  })

  test('the one that stays takes over what was below the other, also where it was below it itself', () => {
    const [attack = '', bomb = '', car = ''] = made('attack', 'bomb', 'car bomb')
    step((db) => moveTag(db, { tagId: bomb, parentId: attack }))
    step((db) => moveTag(db, { tagId: car, parentId: attack }))
    step((db) => mergeTags(db, { tagId: attack, intoId: bomb }))
    expect([tag(bomb).parentId, tag(car).parentId]).toEqual([null, null])
    step((db) => moveTag(db, { tagId: car, parentId: bomb }))
    const [siege = ''] = made('siege')
    step((db) => mergeTags(db, { tagId: bomb, intoId: siege }))
    expect(tag(car).parentId).toBe(siege)
  })

  test('a tag is not merged with itself', () => {
    const [claim = ''] = made('claim')
    expect(() => step((db) => mergeTags(db, { tagId: claim, intoId: claim }))).toThrow('with itself')
    expect(tag(claim).name).toBe('claim')
  })
})

describe('keys 1 to 9', () => {
  test('a tag gets a key; the one that had it has none then, and its name is said', () => {
    const ids = made('a', 'b', 'c')
    expect(step((db) => pinTag(db, { tagId: ids[2] ?? '', pin: 1 }))).toBe('a')
    expect(keys()).toEqual({ a: 0, b: 2, c: 1 })
    expect(step((db) => pinTag(db, { tagId: ids[2] ?? '', pin: 0 }))).toBe(null)
    expect(keys()).toEqual({ a: 0, b: 2, c: 0 })
  })

  test('mean what they meant when a tag among the nine oldest is deleted or merged, or the first gets a key of its own', () => {
    const ids = made(...'abcdefghijk')
    step((db) => removeTag(db, { tagId: ids[1] ?? '' }))
    expect(keys()).toMatchObject({ a: 1, c: 3, i: 9, j: 0 })
    step((db) => mergeTags(db, { tagId: ids[2] ?? '', intoId: ids[10] ?? '' }))
    expect(keys()).toMatchObject({ a: 1, d: 4, k: 3, j: 0 })
  })

  test('a new tag takes the first that is free, once tags have keys of their own', () => {
    const ids = made('a', 'b', 'c')
    expect(keys()).toEqual({ a: 0, b: 0, c: 0 })
    step((db) => removeTag(db, { tagId: ids[1] ?? '' }))
    made('d', 'e')
    expect(keys()).toEqual({ a: 1, c: 3, d: 2, e: 4 })
  })
})

test('two sets cannot have one name', () => {
  step((db) => makeTagSet(db, { name: 'Sources' }))
  const { tagSetId } = step((db) => makeTagSet(db, { name: 'Claims' }))
  expect(() => step((db) => makeTagSet(db, { name: 'SOURCES' }))).toThrow('There is a set “Sources” already.')
  expect(() => step((db) => renameSet(db, { tagSetId, name: 'sources' }))).toThrow('already')
  step((db) => renameSet(db, { tagSetId, name: 'CLAIMS' }))
})
