import type { TableName } from '../../../preload/contract/patch.ts'
import { insertArticle } from '../../case-file/articles.ts'
import type { ReadCase, WriteCase } from '../../case-file/handle.ts'
import { newId } from '../../case-file/id.ts'
import { editTag, removePassage, removeTag, tagPassage, untagPassage } from '../annotate.ts'
import { describeArticle, removeArticle } from '../describe-article.ts'
import { editEntity, markMention, moveEntities, removeEntity, unmarkMention } from '../network.ts'
import {
  attachEvidence,
  detachEvidence,
  editRelation,
  makeRelation,
  removeRelation,
  reverseRelation,
} from '../relate.ts'
import { editNote, removeNote, writeNote } from '../write-note.ts'

const text = 'The group claimed the attack. 👩‍👩‍👧 wept in Kerman; the group’s leader did not.'

/** Dice for one thing a person does: which of the verbs, on which of the rows, with what words. */
export interface Roll {
  verb: number
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
export const doings: Doing[] = [
  (db, { word }) => ({
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
  (db, r) =>
    tagPassage(db, {
      passage: passage(db, r),
      tag: r.b % 2 ? { id: pick(db, 'tag', r.b) } : { name: r.word },
    }),
  (db, r) => untagPassage(db, { annotationId: pick(db, 'annotation', r.a), tagId: pick(db, 'tag', r.b) }),
  (db, r) => removePassage(db, { annotationId: pick(db, 'annotation', r.a) }),
  (db, r) =>
    editTag(db, { tagId: pick(db, 'tag', r.a), name: r.word, color: (r.b % 8) + 1, description: r.word }),
  (db, r) => removeTag(db, { tagId: pick(db, 'tag', r.a) }),
  (db, r) => markMention(db, { passage: passage(db, r), entity: entity(db, r.a, r.word) }),
  (db, r) => unmarkMention(db, { annotationId: pick(db, 'annotation', r.a) }),
  (db, r) =>
    editEntity(db, {
      entityId: pick(db, 'entity', r.a),
      name: r.word,
      type: 'state',
      aliases: [r.word, 'b'],
      description: `${r.word}\n\u0000"`,
    }),
  (db, r) =>
    moveEntities(db, {
      moves: [r.a, r.b].map((die) => ({ entityId: pick(db, 'entity', die), x: die / 7 - 90, y: -r.c / 3 })),
      reason: 'drag',
    }),
  (db, r) => removeEntity(db, { entityId: pick(db, 'entity', r.a) }),
  (db, r) =>
    makeRelation(db, {
      from: entity(db, r.a, r.word),
      kind: 'attacked',
      to: entity(db, r.b, 'Kerman'),
      basis: 'stated',
      startOn: date(r.a),
      endOn: date(r.b),
      passage: r.c % 2 ? passage(db, r) : null,
    }),
  (db, r) =>
    editRelation(db, {
      relationId: pick(db, 'relation', r.a),
      kind: r.word,
      basis: 'assumed',
      startOn: date(r.b),
      endOn: date(r.c),
    }),
  (db, r) => reverseRelation(db, { relationId: pick(db, 'relation', r.a) }),
  (db, r) => removeRelation(db, { relationId: pick(db, 'relation', r.a) }),
  (db, r) =>
    attachEvidence(db, {
      relationId: pick(db, 'relation', r.a),
      passage: passage(db, r),
      stance: r.b % 2 ? 'supports' : 'contradicts',
    }),
  (db, r) => detachEvidence(db, { evidenceId: pick(db, 'evidence', r.a) }),
  (db, r) => {
    const on = [
      { passage: passage(db, r) },
      { entityId: pick(db, 'entity', r.a) },
      { relationId: pick(db, 'relation', r.a) },
      { articleId: pick(db, 'article', r.a) },
      { wholeCase: true as const },
    ][r.b % 5] ?? { wholeCase: true as const }
    return writeNote(db, { on, body: `# ${r.word}` })
  },
  (db, r) => editNote(db, { noteId: pick(db, 'note', r.a), body: r.word }),
  (db, r) => removeNote(db, { noteId: pick(db, 'note', r.a) }),
  (db, r) =>
    describeArticle(db, {
      articleId: pick(db, 'article', r.a),
      title: r.word,
      byline: 'A. Reporter',
      publisher: '',
      publishedOn: date(r.b),
      source: '',
    }),
  (db, r) =>
    r.b % 4
      ? tagPassage(db, { passage: passage(db, r), tag: { name: r.word } })
      : removeArticle(db, { articleId: pick(db, 'article', r.a) }),
]

export const words = ['group', 'Group', 'Kerman', 'naïve "quoted" 🏳️‍🌈', "O'Neill \\ %s", 'ح']
