import type { TableName } from '../../../preload/contract/patch.ts'
import { insertArticle } from '../../case-file/articles.ts'
import type { ReadCase, WriteCase } from '../../case-file/handle.ts'
import { newId } from '../../case-file/id.ts'
import { removePassage, tagPassage, untagPassage } from '../annotate.ts'
import { addCodebook } from '../codebook.ts'
import { describeArticle, removeArticle } from '../describe-article.ts'
import { keepQuery, removeQuery, renameQuery } from '../keep-query.ts'
import { markMany } from '../mark-many.ts'
import { editEntity, markMention, moveEntities, removeEntity, unmarkMention } from '../network.ts'
import {
  attachEvidence,
  detachEvidence,
  editRelation,
  makeRelation,
  removeRelation,
  reverseRelation,
} from '../relate.ts'
import { makeTagSet, putInSet, removeTagSet, renameSet } from '../tag-sets.ts'
import { editTag, mergeTags, moveTag, pinTag, removeTag } from '../tags.ts'
import { carryOver } from '../versions/carry-over.ts'
import { editNote, removeNote, writeNote } from '../write-note.ts'

const text = 'The group claimed the attack. 👩‍👩‍👧 wept in Kerman; the group’s leader did not.'

/** Dice for one thing a person does: on which of the rows, with what words. */
export interface Roll {
  a: number
  b: number
  c: number
  word: string
}
export type Doing = (db: WriteCase, roll: Roll) => { label: string; value: unknown }

/** One of the rows there are; now and then one that is gone. */
function pick(db: ReadCase, table: TableName, die: number): string {
  if (die % 13 === 12) return newId()
  const count = db.one<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] })?.n
  const at = die % (count || 1)
  const row = db.one<{ id: string }>({
    text: `SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET ?`,
    values: [at],
  })
  return row?.id ?? newId()
}
function passage(db: ReadCase, { a, b, c }: Roll) {
  if (c % 3 === 0) return { annotationId: pick(db, 'annotation', a) }
  const start = a % text.length
  return { articleId: pick(db, 'article', b), start, end: start + (b % 12) }
}
const entity = (db: ReadCase, die: number, name: string) =>
  die % 2 ? { id: pick(db, 'entity', die) } : { name, type: 'group' as const }
const date = (die: number) => ['', '2023', '2024-01', '2024-01-03'][die % 4] ?? ''

/** Every verb that is a step. */
export const doings = {
  addArticle: (db, { word }) => ({
    label: 'Add article',
    value: insertArticle(
      db,
      {
        title: word,
        byline: '',
        publisher: '',
        publishedOn: '',
        source: '',
        language: 'en',
        direction: 'ltr',
      },
      { text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
    ),
  }),
  tagPassage: (db, r) =>
    tagPassage(db, {
      passage: passage(db, r),
      tag: r.b % 2 ? { id: pick(db, 'tag', r.b) } : { name: r.word },
    }),
  untagPassage: (db, r) =>
    untagPassage(db, { annotationId: pick(db, 'annotation', r.a), tagId: pick(db, 'tag', r.b) }),
  removePassage: (db, r) => removePassage(db, { annotationId: pick(db, 'annotation', r.a) }),
  editTag: (db, r) =>
    editTag(db, { tagId: pick(db, 'tag', r.a), name: r.word, color: (r.b % 8) + 1, description: r.word }),
  removeTag: (db, r) => removeTag(db, { tagId: pick(db, 'tag', r.a) }),
  moveTag: (db, r) =>
    moveTag(db, { tagId: pick(db, 'tag', r.a), parentId: r.c % 4 ? pick(db, 'tag', r.b) : null }),
  pinTag: (db, r) => pinTag(db, { tagId: pick(db, 'tag', r.a), pin: r.b % 10 }),
  mergeTags: (db, r) => mergeTags(db, { tagId: pick(db, 'tag', r.a), intoId: pick(db, 'tag', r.b) }),
  makeTagSet: (db, r) => makeTagSet(db, { name: r.word }),
  renameSet: (db, r) => renameSet(db, { tagSetId: pick(db, 'tagSet', r.a), name: r.word }),
  removeTagSet: (db, r) => removeTagSet(db, { tagSetId: pick(db, 'tagSet', r.a) }),
  putInSet: (db, r) =>
    putInSet(db, { tagSetId: pick(db, 'tagSet', r.a), tagId: pick(db, 'tag', r.b), isIn: r.c % 3 > 0 }),
  addCodebook: (db, r) =>
    addCodebook(db, 'codes.csv', {
      tags: [
        { id: null, name: r.word, description: '', color: null, parent: null, level: 1, pin: r.a % 10 },
        { id: newId(), name: `${r.word}s`, description: r.word, color: 3, parent: 0, level: 2, pin: 0 },
      ],
      sets: [{ id: null, name: r.word, tags: [0, 1] }],
      notices: [],
    }),
  markMention: (db, r) => markMention(db, { passage: passage(db, r), entity: entity(db, r.a, r.word) }),
  unmarkMention: (db, r) => unmarkMention(db, { annotationId: pick(db, 'annotation', r.a) }),
  editEntity: (db, r) =>
    editEntity(db, {
      entityId: pick(db, 'entity', r.a),
      name: r.word,
      type: 'state',
      aliases: [r.word, 'b'],
      description: `${r.word}\n\u0000"`,
    }),
  moveEntities: (db, r) =>
    moveEntities(db, {
      moves: [r.a, r.b].map((die) => ({ entityId: pick(db, 'entity', die), x: die / 7 - 90, y: -r.c / 3 })),
      reason: 'drag',
    }),
  removeEntity: (db, r) => removeEntity(db, { entityId: pick(db, 'entity', r.a) }),
  makeRelation: (db, r) =>
    makeRelation(db, {
      from: entity(db, r.a, r.word),
      kind: 'attacked',
      to: entity(db, r.b, 'Kerman'),
      basis: 'stated',
      startOn: date(r.a),
      endOn: date(r.b),
      passage: r.c % 2 ? passage(db, r) : null,
    }),
  editRelation: (db, r) =>
    editRelation(db, {
      relationId: pick(db, 'relation', r.a),
      kind: r.word,
      basis: 'assumed',
      startOn: date(r.b),
      endOn: date(r.c),
    }),
  reverseRelation: (db, r) => reverseRelation(db, { relationId: pick(db, 'relation', r.a) }),
  removeRelation: (db, r) => removeRelation(db, { relationId: pick(db, 'relation', r.a) }),
  attachEvidence: (db, r) =>
    attachEvidence(db, {
      relationId: pick(db, 'relation', r.a),
      passage: passage(db, r),
      stance: r.b % 2 ? 'supports' : 'contradicts',
    }),
  detachEvidence: (db, r) => detachEvidence(db, { evidenceId: pick(db, 'evidence', r.a) }),
  writeNote: (db, r) => {
    const on = [
      { passage: passage(db, r) },
      { entityId: pick(db, 'entity', r.a) },
      { relationId: pick(db, 'relation', r.a) },
      { articleId: pick(db, 'article', r.a) },
      { wholeCase: true as const },
    ][r.b % 5] ?? { wholeCase: true as const }
    return writeNote(db, { on, body: `# ${r.word}` })
  },
  editNote: (db, r) => editNote(db, { noteId: pick(db, 'note', r.a), body: r.word }),
  keepQuery: (db, r) => keepQuery(db, { name: r.word, expression: `${r.word} AND NOT x` }),
  renameQuery: (db, r) => renameQuery(db, { queryId: pick(db, 'tagQuery', r.a), name: r.word }),
  removeQuery: (db, r) => removeQuery(db, { queryId: pick(db, 'tagQuery', r.a) }),
  markMany: (db, r) => {
    const at = (die: number) => ({
      articleId: pick(db, 'article', r.b),
      start: die % text.length,
      end: (die % text.length) + (r.b % 9),
    })
    return markMany(db, {
      as: r.c % 2 ? { entityId: pick(db, 'entity', r.a) } : { tagId: pick(db, 'tag', r.a) },
      mark: [at(r.a), at(r.c)],
      unmark: r.b % 2 ? [{ annotationId: pick(db, 'annotation', r.a) }] : [],
    })
  },
  removeNote: (db, r) => removeNote(db, { noteId: pick(db, 'note', r.a) }),
  describeArticle: (db, r) =>
    describeArticle(db, {
      articleId: pick(db, 'article', r.a),
      title: r.word,
      byline: 'A. Reporter',
      publisher: '',
      publishedOn: date(r.b),
      source: '',
      language: r.c % 2 ? 'fa' : '',
      direction: r.c % 2 ? 'rtl' : 'ltr',
    }),
  carryOver: (db, r) =>
    carryOver(db, {
      articleId: pick(db, 'article', r.a),
      earlierId: pick(db, 'article', r.b),
      accepted: r.c % 2 ? [pick(db, 'annotation', r.c)] : [],
    }),
  // Only at times, since nearly all that a case holds goes with its articles.
  removeArticle: (db, r) =>
    r.b % 4
      ? tagPassage(db, { passage: passage(db, r), tag: { name: r.word } })
      : removeArticle(db, { articleId: pick(db, 'article', r.a) }),
} satisfies Record<string, Doing>
export type Verb = keyof typeof doings
export const verbs = Object.keys(doings) as Verb[]

export const words = ['group', 'Group', 'Kerman', 'naïve "quoted" 🏳️‍🌈', "O'Neill \\ %s", 'ح']
