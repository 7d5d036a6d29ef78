import { dateHows } from '../../../preload/contract/dates.ts'
import { credibilities, reliabilities } from '../../../preload/contract/grade.ts'
import { kindLines, shapes, typeIcons } from '../../../preload/contract/looks.ts'
import { entityTypes } from '../../../preload/contract/network.ts'
import { inQuery } from '../../../preload/contract/question.ts'
import { insertArticle } from '../../case-file/articles.ts'
import type { ReadCase } from '../../case-file/handle.ts'
import { newId } from '../../case-file/id.ts'
import { allTypes } from '../../case-file/looks.ts'
import { addPlanned } from '../add-network.ts'
import { removePassage, tagPassage, untagPassage } from '../annotate.ts'
import { addCodebook } from '../codebook.ts'
import { describeArticle, gradeSource, removeArticle } from '../describe-article.ts'
import { mergeEntities, splitEntity } from '../identity.ts'
import { keepQuery, removeQuery, renameQuery } from '../keep-query.ts'
import { editKind, editType, makeType, removeKind, removeType } from '../looks.ts'
import { markMany } from '../mark-many.ts'
import { dateEntity, editEntity, markMention, moveEntities, removeEntity, unmarkMention } from '../network.ts'
import {
  attachEvidence,
  detachEvidence,
  editRelation,
  gradePassage,
  makeRelation,
  removeRelation,
  reverseRelation,
} from '../relate.ts'
import { mergePassages, resizePassage, splitPassage } from '../reshape.ts'
import { makeTagSet, putInSet, removeTagSet, renameSet } from '../tag-sets.ts'
import { editTag, mergeTags, moveTag, pinTag, removeTag } from '../tags.ts'
import { carryOver } from '../versions/carry-over.ts'
import { editNote, removeNote, writeNote } from '../write-note.ts'
import { pictureDoings } from './dice-picture.ts'
import { type Doing, pick, type Roll } from './pick.ts'

const text = 'The group claimed the attack. 👩‍👩‍👧 wept in Kerman; the group’s leader did not.'

function passage(db: ReadCase, { a, b, c }: Roll) {
  if (c % 3 === 0) return { annotationId: pick(db, 'annotation', a) }
  const start = a % text.length
  return { articleId: pick(db, 'article', b), start, end: start + (b % 12) }
}
const entity = (db: ReadCase, die: number, name: string) =>
  die % 2 ? { id: pick(db, 'entity', die) } : { name, type: 'group' as const }
const date = (die: number) => ['', '2023', '2024-01', '2024-01-03'][die % 4] ?? ''
const how = (die: number) => dateHows[die % dateHows.length] ?? 'on'
const period = ({ a, b, c }: Roll) => ({
  ...{ startOn: date(b), startHow: how(a), endOn: date(c), endHow: how(b) },
})
const grade = ({ b, c }: Roll) => ({
  reliability: reliabilities[b % reliabilities.length] ?? '',
  credibility: credibilities[c % credibilities.length] ?? '',
})
const look = ({ a, b, c }: Roll) => ({
  shape: shapes[a % shapes.length] ?? 'star',
  icon: typeIcons[b % typeIcons.length] ?? 'tag',
  color: (c % 8) + 1,
})
/** Now and then the name of a type that was made before. */
const typeName = (db: ReadCase, die: number) =>
  allTypes(db)[die % 3]?.name ?? entityTypes[die % entityTypes.length] ?? 'other'

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
  resizePassage: (db, r) =>
    resizePassage(db, {
      annotationId: pick(db, 'annotation', r.a),
      ...{ start: r.b % text.length, end: (r.b % text.length) + (r.c % 30) },
    }),
  splitPassage: (db, r) =>
    splitPassage(db, { annotationId: pick(db, 'annotation', r.a), at: r.b % text.length }),
  mergePassages: (db, r) =>
    mergePassages(db, { annotationIds: [r.a, r.b].map((die) => pick(db, 'annotation', die)) }),
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
  addNetwork: (db, r) => {
    const node = { aliases: [r.word], description: '', ...period(r), pinned: r.a % 2 === 0, hidden: false }
    return addPlanned(db, 'n.csv', {
      nodes: [
        {
          id: newId(),
          name: r.word,
          ...{ type: 'person', look: null },
          place: { x: r.a, y: -r.b / 3 },
          group: [r.word],
          ...node,
        },
        {
          ...{ id: null, name: 'Kerman', type: `${r.word} kind`, place: null, group: ['A', r.word], ...node },
          look: { shape: 'star', icon: 'ship', color: (r.a % 8) + 1 },
        },
      ],
      edges: [
        {
          ...{ id: newId(), from: r.a % 2, to: r.b % 2, kind: r.word, basis: 'inferred', ...period(r) },
          look: { color: r.b % 9, line: 'double', arrow: r.a % 2 === 0 },
        },
      ],
      notices: [],
    })
  },
  markMention: (db, r) => markMention(db, { passage: passage(db, r), entity: entity(db, r.a, r.word) }),
  unmarkMention: (db, r) => unmarkMention(db, { annotationId: pick(db, 'annotation', r.a) }),
  editEntity: (db, r) =>
    editEntity(db, {
      entityId: pick(db, 'entity', r.a),
      name: r.word,
      type: typeName(db, r.c),
      aliases: [r.word, 'b'],
      description: `${r.word}\n\u0000"`,
    }),
  dateEntity: (db, r) => dateEntity(db, { entityId: pick(db, 'entity', r.a), ...period(r) }),
  mergeEntities: (db, r) =>
    mergeEntities(db, { keptId: pick(db, 'entity', r.a), goneId: pick(db, 'entity', r.b) }),
  splitEntity: (db, r) => {
    const annotationId = pick(db, 'annotation', r.a)
    const entityId =
      db.one<{ entityId: string | null }>({
        text: 'SELECT entityId FROM annotation WHERE id = ?',
        values: [annotationId],
      })?.entityId ?? pick(db, 'entity', r.b)
    return splitEntity(db, {
      ...{ entityId, name: r.word, type: typeName(db, r.c), annotationIds: [annotationId] },
      ends: r.c % 3 ? [] : [{ relationId: pick(db, 'relation', r.c), end: r.b % 2 ? 'from' : 'to' } as const],
      noteIds: [],
    })
  },
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
      ...period(r),
      passage: r.c % 2 ? passage(db, r) : null,
    }),
  editRelation: (db, r) =>
    editRelation(db, {
      relationId: pick(db, 'relation', r.a),
      kind: r.word,
      basis: 'assumed',
      ...period(r),
    }),
  reverseRelation: (db, r) => reverseRelation(db, { relationId: pick(db, 'relation', r.a) }),
  removeRelation: (db, r) => removeRelation(db, { relationId: pick(db, 'relation', r.a) }),
  attachEvidence: (db, r) =>
    attachEvidence(db, {
      relationId: pick(db, 'relation', r.a),
      passage: passage(db, r),
      stance: r.b % 2 ? 'supports' : 'contradicts',
    }),
  gradePassage: (db, r) => gradePassage(db, { evidenceId: pick(db, 'evidence', r.a), ...grade(r) }),
  makeType: (db, r) => makeType(db, { name: `${r.word} ${r.a % 4}`, ...look(r) }),
  editType: (db, r) =>
    editType(db, { typeId: pick(db, 'entityType', r.a), name: `${r.word} ${r.b % 4}`, ...look(r) }),
  removeType: (db, r) => removeType(db, { typeId: pick(db, 'entityType', r.a) }),
  editKind: (db, r) =>
    editKind(db, {
      ...{ kind: r.a % 2 ? 'attacked' : r.word, name: r.b % 2 ? 'attacked' : r.word },
      ...{ color: r.c % 9, line: kindLines[r.b % 3] ?? 'plain', arrow: r.c % 2 === 0 },
    }),
  removeKind: (db, r) => removeKind(db, { kind: r.word }),
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
  keepQuery: (db, r) => keepQuery(db, { name: r.word, expression: `${inQuery({ name: r.word })} AND NOT x` }),
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
  gradeSource: (db, r) => gradeSource(db, { articleId: pick(db, 'article', r.a), ...grade(r) }),
  // Only at times, since nearly all that a case holds goes with its articles.
  removeArticle: (db, r) =>
    r.b % 4
      ? tagPassage(db, { passage: passage(db, r), tag: { name: r.word } })
      : removeArticle(db, { articleId: pick(db, 'article', r.a) }),
  ...pictureDoings,
} satisfies Record<string, Doing>
export type Verb = keyof typeof doings
export const verbs = Object.keys(doings) as Verb[]

export const words = ['group', 'Group', 'Kerman', 'naïve "quoted" 🏳️‍🌈', "O'Neill \\ %s", 'ح']
