import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noPeriod } from '../../preload/contract/dates.ts'
import { annotationsOf, findAnnotation, tagsOn } from '../case-file/annotations.ts'
import { insertArticle } from '../case-file/articles.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { allNotes } from '../case-file/notes.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { evidenceOn } from '../case-file/relations.ts'
import { dump } from '../case-file/testing/dump.ts'
import { TroubleError } from '../trouble.ts'
import { tagPassage } from './annotate.ts'
import { markMention } from './network.ts'
import { attachEvidence, gradePassage, makeRelation } from './relate.ts'
import { mergePassages, resizePassage, splitPassage } from './reshape.ts'
import { writeNote } from './write-note.ts'

const text =
  'The group claimed the attack in Kerman. 👩‍👩‍👧 wept; cafe\u0301s closed.\n\nThe group’s leader did not.'

let folder = ''
let open: OpenCase
let articleId = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-reshape-'))
  open = openCase(join(folder, 'case.ligature'), { create: true })
  articleId = addArticle()
})
afterEach(() => {
  open.close()
  rmSync(folder, { recursive: true })
})

const step = <Value>(change: (db: WriteCase) => { label: string; value: Value }): Value =>
  open.step((db) => change(db)).value
const about = { title: '', byline: '', publisher: '', publishedOn: '', source: '', language: '' }
function addArticle(): string {
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }]
  return step((db) => ({
    label: 'Add article',
    value: insertArticle(db, { ...about, direction: 'ltr' }, { text, blocks }),
  }))
}
const at = (words: string) => {
  const start = text.indexOf(words)
  return { articleId, start, end: start + words.length }
}
const tagged = (words: string, name: string) =>
  step((db) => tagPassage(db, { passage: at(words), tag: { name } })).annotationId
const named = (words: string, name: string) =>
  step((db) => markMention(db, { passage: at(words), entity: { name, type: 'group' } })).annotationId
const noted = (annotationId: string, body: string) =>
  step((db) => writeNote(db, { on: { passage: { annotationId } }, body }))
const relation = () =>
  step((db) =>
    makeRelation(db, {
      from: { name: 'Group', type: 'group' },
      ...{ kind: 'attacked', to: { name: 'Kerman', type: 'place' }, basis: 'stated' },
      ...noPeriod,
      passage: null,
    }),
  ).relationId
const proves = (annotationId: string, relationId: string, stance: 'supports' | 'contradicts' = 'supports') =>
  step((db) => attachEvidence(db, { relationId, passage: { annotationId }, stance })).evidenceId
const quotes = () => annotationsOf(open.read, articleId).map(({ quote }) => quote)
const tagNames = (id: string) => tagsOn(open.read, id).map(({ name }) => name)
const resize = (annotationId: string, words: string) =>
  step((db) => resizePassage(db, { annotationId, ...at(words) }))
const split = (annotationId: string, before: string) =>
  step((db) => splitPassage(db, { annotationId, at: text.indexOf(before) }))
const merge = (...annotationIds: string[]) => step((db) => mergePassages(db, { annotationIds }))

describe('a passage is resized', () => {
  test('with all that is on it, and keeps the words and what stands around them', () => {
    const id = tagged('group claimed', 'claim')
    noted(id, 'Who?')
    resize(id, 'claimed the attack')
    const { quote, prefix, suffix } = findAnnotation(open.read, id)
    expect([quote, prefix, suffix]).toEqual([
      'claimed the attack',
      'The group ',
      ' in Kerman. 👩‍👩‍👧 wept; cafe\u0301',
    ])
    expect([tagNames(id), allNotes(open.read)[0]?.annotationId]).toEqual([['claim'], id])
    expect(open.info().undo).toBe('Resize passage “group claimed” to “claimed the attack”')
  })

  test('onto words where another one stands: the two are one, with the tags and notes of both', () => {
    const id = tagged('group claimed', 'claim')
    const other = named('group', 'ISIS-K')
    noted(other, 'Which?')
    expect(resize(id, 'group')).toEqual({ annotationId: id, joined: true })
    expect(quotes()).toEqual(['group'])
    expect(findAnnotation(open.read, id).entityId).not.toBe(null)
    expect(allNotes(open.read)[0]?.annotationId).toBe(id)
  })

  test('onto words that name another entity: both stay', () => {
    const id = named('The group', 'Taliban')
    named('group', 'ISIS-K')
    expect(resize(id, 'group').joined).toBe(false)
    expect(quotes()).toEqual(['group', 'group'])
  })

  test('never to blanks, turned round or past the end: a sentence says so, and nothing is changed', () => {
    const id = tagged('group', 'claim')
    for (const [start, end] of [
      [3, 4],
      [9, 4],
      [4, text.length + 1],
    ] as const)
      expect(() => step((db) => resizePassage(db, { annotationId: id, start, end }))).toThrow('No words')
    expect(quotes()).toEqual(['group'])
  })
})

describe('a passage is split', () => {
  test('into two that both keep its tags, its entity and its evidence; notes stay with the first', () => {
    const id = named('The group claimed the attack', 'ISIS-K')
    tagged('The group claimed the attack', 'claim')
    noted(id, 'Who?')
    const graded = proves(id, relation(), 'contradicts')
    step((db) => gradePassage(db, { evidenceId: graded, reliability: 'B', credibility: '2' }))
    const { restId } = split(id, 'claimed')
    expect(quotes()).toEqual(['The group', 'claimed the attack'])
    for (const each of [id, restId]) {
      expect(tagNames(each)).toEqual(['claim'])
      expect(findAnnotation(open.read, each).entityId).not.toBe(null)
      expect(evidenceOn(open.read, each)).toMatchObject([
        { stance: 'contradicts', reliability: 'B', credibility: '2' },
      ])
    }
    expect(allNotes(open.read).map(({ annotationId }) => annotationId)).toEqual([id])
    expect(open.info().undo).toBe('Split passage into “The group” and “claimed the attack”')
  })

  test('never at its edge or outside: a sentence says where the caret has to stand', () => {
    const id = tagged('claimed the attack', 'claim')
    for (const place of ['claimed', ' in Kerman', 'The group'])
      expect(() => split(id, place)).toThrow('was not split')
    expect(quotes()).toEqual(['claimed the attack'])
  })

  test('never through a letter', () => {
    const id = tagged('👩‍👩‍👧 wept', 'claim')
    step((db) => splitPassage(db, { annotationId: id, at: text.indexOf('👩‍👩‍👧') + 2 }))
    expect(quotes()).toEqual(['👩‍👩‍👧', 'wept'])
  })
})

describe('passages are merged', () => {
  test('where they overlap or touch, across a paragraph too, in whatever order they are named', () => {
    const first = tagged('claimed the attack', 'claim')
    const second = tagged('attack in Kerman', 'place')
    const third = tagged('. 👩‍👩‍👧 wept; cafe\u0301s closed.', 'mourning')
    const last = tagged('The group’s leader', 'leader')
    noted(last, 'Who?')
    merge(second, last, first, third)
    expect(quotes()).toEqual([
      'claimed the attack in Kerman. 👩‍👩‍👧 wept; cafe\u0301s closed.\n\nThe group’s leader',
    ])
    expect(tagNames(second)).toEqual(['claim', 'leader', 'mourning', 'place'])
    expect(allNotes(open.read)[0]?.annotationId).toBe(second)
  })

  test('not where words stand between, where they name two entities, or one and none: each said in a sentence', () => {
    const group = named('group', 'ISIS-K')
    const leader = named('The group claimed', 'Leader')
    const claim = tagged('claimed', 'claim')
    const far = tagged('Kerman', 'place')
    expect(() => merge(group, leader)).toThrow('One of the passages names “ISIS-K”, the other “Leader”.')
    expect(() => merge(claim, leader)).toThrow('names no entity, the other “Leader”')
    expect(() => merge(far, claim)).toThrow('Before “Kerman” stand words that are in none of the passages')
    expect(() => merge(far, far)).toThrow('cannot be merged with itself')
    articleId = addArticle()
    expect(() => merge(far, tagged('Kerman', 'place'))).toThrow('Passages of two articles cannot be one.')
  })

  test('never so that what was judged of one as evidence is lost', () => {
    const first = tagged('claimed the attack', 'claim')
    const second = tagged('attack in Kerman', 'claim')
    const attacked = relation()
    proves(first, attacked)
    const evidenceId = proves(second, attacked)
    step((db) => gradePassage(db, { evidenceId, reliability: 'A', credibility: '1' }))
    merge(first, second)
    expect(evidenceOn(open.read, first)).toMatchObject([{ reliability: 'A', credibility: '1' }])
    const third = tagged('the attack in', 'claim')
    proves(third, attacked, 'contradicts')
    expect(() => merge(first, third)).toThrow('judged differently as evidence for “attacked”')
  })
})

test('however passages are resized, split and merged, undo brings back each row, and no tag, note or evidence is lost', () => {
  const attacked = relation()
  const rolls = fc.array(
    fc.tuple(fc.constantFrom('resize', 'split', 'merge'), fc.nat(), fc.nat(), fc.nat()),
    {
      minLength: 8,
      maxLength: 20,
    },
  )
  for (const [words, tag] of [
    ['The group claimed the attack in Kerman.', 'sentence'],
    ['claimed the attack', 'claim'],
    ['attack in Kerman', 'place'],
    ['👩‍👩‍👧 wept; cafe\u0301s', 'mourning'],
  ] as const) {
    const id = tagged(words, tag)
    noted(id, tag)
    proves(id, attacked)
  }
  named('Kerman', 'Kerman')
  const carried = () => ({
    tags: new Set(annotationsOf(open.read, articleId).flatMap(({ id }) => tagNames(id))),
    notes: allNotes(open.read).map(({ id, annotationId }) => [id, annotationId !== null]),
    isEvidence: annotationsOf(open.read, articleId).some(({ id }) => evidenceOn(open.read, id).length > 0),
  })
  const first = carried()
  fc.assert(
    fc.property(rolls, (all) => {
      const states = [dump(open.read)]
      for (const [what, a, b, c] of all) {
        const passages = annotationsOf(open.read, articleId)
        const pick = (die: number) => passages[die % passages.length]?.id ?? ''
        const [start, end] = [b % text.length, (b % text.length) + (c % 40)]
        try {
          if (what === 'resize') step((db) => resizePassage(db, { annotationId: pick(a), start, end }))
          if (what === 'split') step((db) => splitPassage(db, { annotationId: pick(a), at: start }))
          if (what === 'merge') merge(pick(a), pick(b))
        } catch (error) {
          if (!(error instanceof TroubleError)) throw error
          continue
        }
        expect(carried()).toEqual(first)
        for (const { quote, start, end } of annotationsOf(open.read, articleId))
          expect(text.slice(start, end)).toBe(quote)
        const now = dump(open.read)
        // A step that changes nothing is none.
        if (now.join() !== states.at(-1)?.join()) states.push(now)
      }
      for (const state of states.slice(0, -1).reverse()) {
        open.travel('undo')
        expect(dump(open.read)).toEqual(state)
      }
    }),
    { numRuns: 12 },
  )
})
