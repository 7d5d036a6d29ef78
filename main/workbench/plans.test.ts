import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noPeriod } from '../../preload/contract/dates.ts'
import { findSameArticle, insertArticle, newestArticle } from '../case-file/articles.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { goTo, listSteps, nextStep, replay } from '../case-file/history.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { addRevision, hasRevision, lastRevision } from '../case-file/revisions.ts'
import { readPage, rowsOfArticle } from '../case-file/rows.ts'
import type { Sql } from '../case-file/sql.ts'
import { removePassage, tagPassage, untagPassage } from './annotate.ts'
import { addCodebook } from './codebook.ts'
import { describeArticle, gradeSource, removeArticle } from './describe-article.ts'
import { foldGroup, makeGroup, putInGroup, removeGroup, renameGroup } from './group.ts'
import { mergeEntities, splitEntity } from './identity.ts'
import { editKind, removeKind } from './looks.ts'
import { dateEntity, editEntity, markMention, moveEntities, removeEntity, unmarkMention } from './network.ts'
import { hideEntities, pinEntities } from './pin-hide.ts'
import {
  attachEvidence,
  detachEvidence,
  editRelation,
  gradePassage,
  makeRelation,
  removeRelation,
  reverseRelation,
} from './relate.ts'
import { mergePassages, resizePassage, splitPassage } from './reshape.ts'
import { makeTagSet, putInSet, removeTagSet, renameSet } from './tag-sets.ts'
import { editTag, mergeTags, moveTag, pinTag, removeTag } from './tags.ts'
import { noFilter } from './testing/dice-picture.ts'
import { carryOver } from './versions/carry-over.ts'
import { keepView, openView, removeView, renameView } from './view.ts'
import { editNote, removeNote, writeNote } from './write-note.ts'

let folder = ''
let one: OpenCase
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-plans-'))
  one = openCase(join(folder, 'case.ligature'), { create: true })
})
afterAll(() => {
  one.close()
  rmSync(folder, { recursive: true })
})

/** The plans of all statements by their text, and a handle that collects them before it runs each. */
function planned(db: WriteCase): { db: WriteCase; plans: Map<string, string[]> } {
  const plans = new Map<string, string[]>()
  const explain = (query: Sql) => {
    const plan = db.all<{ detail: string }>({
      text: `EXPLAIN QUERY PLAN ${query.text}`,
      values: query.values,
    })
    plans.set(
      query.text,
      plan.map((line) => line.detail),
    )
  }
  const through =
    <Result>(run: (query: Sql) => Result) =>
    (query: Sql): Result => {
      explain(query)
      return run(query)
    }
  return { db: { one: through(db.one), all: through(db.all), run: through(db.run) } as WriteCase, plans }
}

/**
 * A table read from end to end is what makes a verb dearer the more the case holds. One with a LIMIT ends early, and kept
 * questions are few, since people write them.
 */
const scans = (plans: Map<string, string[]>): string[] =>
  [...plans]
    .filter(([text]) => !/LIMIT/u.test(text))
    .flatMap(([text, lines]) =>
      lines
        .filter((line) => /^SCAN (?!recording|CONSTANT|tagQuery)/u.test(line))
        .map((line) => `${line}: ${text}`),
    )

test('no verb reads a table from end to end', () => {
  one.step((write) => {
    const { db, plans } = planned(write)
    const about = { title: 'Title', byline: '', publisher: '', publishedOn: '', source: '' }
    const text = 'The group claimed the attack in Kerman.'
    const articleId = insertArticle(
      db,
      { ...about, language: 'en', direction: 'ltr' },
      { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
    )
    const passage = { articleId, start: 4, end: 9 }
    const { annotationId, tagId } = tagPassage(db, { passage, tag: { name: 'Claimed' } }).value
    const { entityId } = markMention(db, { passage, entity: { name: 'Group', type: 'group' } }).value
    const { relationId } = makeRelation(db, {
      from: { id: entityId },
      kind: 'attacked',
      to: { name: 'Kerman', type: 'place' },
      basis: 'stated',
      ...noPeriod,
      startOn: '2024',
      passage: { annotationId },
    }).value
    const against = { articleId, start: 10, end: 17 }
    const { evidenceId } = attachEvidence(db, { relationId, passage: against, stance: 'contradicts' }).value
    const { noteId } = writeNote(db, { on: { passage }, body: 'Words.' }).value
    for (const on of [{ entityId }, { relationId }, { articleId }, { wholeCase: true as const }])
      writeNote(db, { on, body: 'Words.' })

    describeArticle(db, { ...about, articleId, title: 'Other', language: 'fa', direction: 'rtl' })
    editTag(db, { tagId, name: 'Said', color: 2, description: '' })
    const { tagSetId } = makeTagSet(db, { name: 'Claims' }).value
    renameSet(db, { tagSetId, name: 'What was said' })
    putInSet(db, { tagSetId, tagId, isIn: true })
    addCodebook(db, 'codes.csv', {
      tags: [{ id: tagId, name: 'Denied', description: '', color: null, parent: null, level: 1, pin: 0 }],
      sets: [{ id: tagSetId, name: 'What was denied', tags: [0] }],
      notices: [],
    })
    const other = tagPassage(db, { passage, tag: { name: 'Denied' } }).value.tagId
    pinTag(db, { tagId: other, pin: 1 })
    moveTag(db, { tagId: other, parentId: tagId })
    mergeTags(db, { tagId: other, intoId: tagId })
    putInSet(db, { tagSetId, tagId, isIn: false })
    removeTagSet(db, { tagSetId })
    editEntity(db, { entityId, name: 'ISIS-K', type: 'group', aliases: ['K'], description: '' })
    moveEntities(db, { moves: [{ entityId, x: 5, y: 5 }], reason: 'drag' })
    dateEntity(db, { entityId, ...noPeriod, startOn: '2024' })
    editRelation(db, { relationId, kind: 'bombed', basis: 'inferred', ...noPeriod })
    gradePassage(db, { evidenceId, reliability: 'B', credibility: '' })
    gradeSource(db, { articleId, reliability: '', credibility: '3' })
    const split = splitEntity(db, {
      ...{ entityId, name: 'Other', type: 'group' },
      ...{ annotationIds: [annotationId], ends: [{ relationId, end: 'from' }], noteIds: [] },
    }).value
    mergeEntities(db, { keptId: entityId, goneId: split.entityId })
    editKind(db, { kind: 'met', name: 'met', color: 0, line: 'double', arrow: false })
    removeKind(db, { kind: 'met' })
    reverseRelation(db, { relationId })
    editNote(db, { noteId, body: 'Other words.' })
    resizePassage(db, { annotationId, start: 4, end: 17 })
    const { restId } = splitPassage(db, { annotationId, at: 9 }).value
    mergePassages(db, { annotationIds: [annotationId, restId] })

    pinEntities(db, { entityIds: [entityId], isPinned: true })
    hideEntities(db, { entityIds: [entityId], isHidden: true })
    const inner = makeGroup(db, { name: 'Inner', entityIds: [entityId], groupIds: [] }).value.groupId
    const outer = makeGroup(db, { name: 'Outer', entityIds: [], groupIds: [inner] }).value.groupId
    renameGroup(db, { groupId: inner, name: 'Within' })
    foldGroup(db, { groupId: outer, isCollapsed: true })
    putInGroup(db, { entityIds: [entityId], groupIds: [], into: outer })
    for (const groupId of [inner, outer]) removeGroup(db, { groupId })
    const filter = { ...noFilter, tagIds: [tagId], articleIds: [articleId] }
    const { viewId } = keepView(db, { name: 'View', zoom: 1, pan: { x: 0, y: 0 }, filter }).value
    openView(db, { viewId })
    renameView(db, { viewId, name: 'Other view' })
    removeView(db, { viewId })

    const newer = { ...about, language: 'en', direction: 'ltr' as const }
    const later = insertArticle(db, newer, { text, blocks: [{ kind: 'paragraph', start: 0, end: 4 }] })
    carryOver(db, { articleId: later, earlierId: articleId, accepted: [] })
    carryOver(db, {
      articleId: insertArticle(db, newer, { text, blocks: [] }),
      earlierId: later,
      accepted: [],
    })
    untagPassage(db, { annotationId, tagId })
    unmarkMention(db, { annotationId })
    detachEvidence(db, { evidenceId })
    removeNote(db, { noteId })
    removeRelation(db, { relationId })
    removeEntity(db, { entityId })
    removeTag(db, { tagId })
    removePassage(db, { annotationId: tagPassage(db, { passage, tag: { name: 'New' } }).value.annotationId })
    removeArticle(db, { articleId })
    expect(scans(plans)).toEqual([])
    expect(plans.size).toBeGreaterThan(40)
    return { label: 'Everything', value: undefined }
  })
})

test('nor does what surrounds every step, a way through the history, or what a window reads first', () => {
  one.step((write) => {
    insertArticle(
      write,
      { title: '', byline: '', publisher: '', publishedOn: '', source: '', language: '', direction: 'ltr' },
      { text: 'Words.', blocks: [] },
    )
    return { label: 'Add article', value: undefined }
  })
  one.step((write) => {
    const { db, plans } = planned(write)
    const step = nextStep(db, 'undo')?.id ?? 0
    nextStep(db, 'redo')
    replay(db, step, 'undo')
    replay(db, step, 'redo')
    goTo(db, step - 1)
    listSteps(db, { before: 50, words: '' })
    addRevision(db)
    hasRevision(db, lastRevision(db))
    findSameArticle(db, { text: 'Words.', blocks: [] })
    readPage(db, { table: 3, after: '' })
    rowsOfArticle(db, newestArticle(db) ?? '')
    expect(scans(plans)).toEqual([])
    expect(plans.size).toBeGreaterThan(20)
    return { label: 'Look', value: undefined }
  })
})
