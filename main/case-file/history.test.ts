import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyRow, Patch, TableName } from '../../preload/contract/patch.ts'
import { TroubleError } from '../trouble.ts'
import { describeArticle, removeArticle } from '../workbench/add-article.ts'
import { editTag, removePassage, removeTag, tagPassage, untagPassage } from '../workbench/annotate.ts'
import { editEntity, markMention, moveEntities, removeEntity, unmarkMention } from '../workbench/network.ts'
import {
  attachEvidence,
  detachEvidence,
  editRelation,
  makeRelation,
  removeRelation,
  reverseRelation,
} from '../workbench/relate.ts'
import { editNote, removeNote, writeNote } from '../workbench/write-note.ts'
import { insertArticle } from './articles.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { listSteps } from './history.ts'
import { newId } from './id.ts'
import { type OpenCase, openCase } from './open-case.ts'
import { tableNames, tables } from './tables.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-history-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const text = 'The group claimed the attack. 👩‍👩‍👧 wept in Kerman; the group’s leader did not.'

type Rows = Map<string, AnyRow>
const line = (table: TableName, row: AnyRow) =>
  JSON.stringify([
    table,
    ...tables[table].map((column) => (row as unknown as Record<string, unknown>)[column]),
  ])
const rowsOf = (db: ReadCase, table: TableName) =>
  db.all<AnyRow>({ text: `SELECT * FROM ${table} ORDER BY id`, values: [] })
/** Every row of every table that history follows, a line each. */
const dump = (db: ReadCase) =>
  tableNames.flatMap((table) => rowsOf(db, table).map((row) => line(table, row))).sort()
const dumpOf = (rows: Rows) => [...rows].map(([key, row]) => line(key.split(' ')[0] as TableName, row)).sort()

/** What a view does: keeps rows in a plain map and lets each patch overwrite them. */
function apply(rows: Rows, patch: Patch | null): void {
  for (const { table, id, row } of patch?.changes ?? [])
    if (row) rows.set(`${table} ${id}`, row)
    else rows.delete(`${table} ${id}`)
}

/** Dice for one thing a person does: which of the verbs, on which of the rows, with what words. */
interface Roll {
  verb: number
  a: number
  b: number
  c: number
  word: string
}
type Doing = (db: WriteCase, roll: Roll) => { label: string; value: unknown }

/** One of the rows there are; now and then one that is gone. */
function pick(db: ReadCase, table: TableName, die: number): string {
  const rows = rowsOf(db, table)
  return die % 13 === 12 ? newId() : (rows[die % (rows.length || 1)]?.id ?? newId())
}
function passage(db: ReadCase, { a, b, c }: Roll) {
  if (c % 3 === 0) return { annotationId: pick(db, 'annotation', a) }
  const start = a % text.length
  return { articleId: pick(db, 'article', b), start, end: start + (b % 12) }
}
const entity = (db: ReadCase, die: number, name: string) =>
  die % 2 ? { id: pick(db, 'entity', die) } : { name, type: 'group' as const }
const date = (die: number) => ['', '2023', '2024-01', '2024-01-03'][die % 4] ?? ''

const doings: Doing[] = [
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

const die = fc.nat({ max: 999 })
const rolls = fc.array(
  fc.record<Roll>({
    verb: fc.nat({ max: doings.length - 1 }),
    a: die,
    b: die,
    c: die,
    word: fc.constantFrom('group', 'Group', 'Kerman', 'naïve "quoted" 🏳️‍🌈', "O'Neill \\ %s", 'ح'),
  }),
  { minLength: 10, maxLength: 36, size: 'max' },
)

let files = 0
function newCase(): OpenCase {
  return openCase(join(folder, `${files++}.ligature`), { create: true })
}

/** Does one thing; answers undefined where it was refused, and then nothing may have changed. */
function attempt(one: OpenCase, roll: Roll): Patch | null | undefined {
  const before = dump(one.read)
  const info = one.info()
  try {
    const { patch } = one.step((db) => (doings[roll.verb] as Doing)(db, roll))
    if (!patch) {
      expect(dump(one.read)).toEqual(before)
      expect(one.info()).toEqual(info)
    } else expect(dump(one.read)).not.toEqual(before)
    return patch
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error
    expect(dump(one.read)).toEqual(before)
    expect(one.info()).toEqual(info)
    return undefined
  }
}

test('whatever a person did can be undone to the start and redone to the end, row for row, also tomorrow', () => {
  fc.assert(
    fc.property(rolls, fc.boolean(), (all, reopen) => {
      let one = newCase()
      const view: Rows = new Map()
      // Articles and entities first, so that there is something to work on.
      const start = [0, 11, 1].map((verb) => ({ verb, a: 4, b: 8, c: 1, word: 'group' }))
      const states = [dump(one.read)]
      for (const roll of [...start, ...all]) {
        const patch = attempt(one, roll)
        if (!patch) continue
        apply(view, patch)
        states.push(dump(one.read))
        expect(dumpOf(view)).toEqual(states.at(-1))
      }
      const tomorrow = () => {
        one.close()
        one = openCase(one.path)
      }
      const travel = (way: 'undo' | 'redo', expected: string[] | undefined) => {
        const patch = one.travel(way)
        expect(patch).not.toBeNull()
        apply(view, patch)
        expect(dump(one.read)).toEqual(expected)
        expect(dumpOf(view)).toEqual(expected)
      }
      if (reopen) tomorrow()
      for (const state of states.slice(0, -1).reverse()) travel('undo', state)
      expect(one.travel('undo')).toBeNull()
      if (reopen) tomorrow()
      for (const state of states.slice(1)) travel('redo', state)
      expect(one.travel('redo')).toBeNull()
      one.close()
    }),
    { numRuns: 12 },
  )
}, 20_000)

test('every verb of the dice does its work at times', () => {
  const worked = new Set<number>()
  for (let seed = 1; seed <= 12 && worked.size < doings.length; seed++) {
    const one = newCase()
    for (const roll of fc.sample(rolls, { numRuns: 8, seed }).flat())
      if (attempt(one, roll)) worked.add(roll.verb)
    one.close()
  }
  expect([...worked].sort((x, y) => x - y)).toEqual(doings.map((_, index) => index))
}, 20_000)

const noteOn = (body: string) => (db: WriteCase) => writeNote(db, { on: { wholeCase: true }, body })

test('a new step after an undo takes the place of what was undone', () => {
  const one = newCase()
  one.step(noteOn('one'))
  one.step(noteOn('two'))
  one.travel('undo')
  expect(one.info()).toMatchObject({ undo: 'Write note “one”', redo: 'Write note “two”' })
  one.step(noteOn('three'))
  expect(one.travel('redo')).toBeNull()
  expect(listSteps(one.read).map(({ label, undone }) => [label, undone])).toEqual([
    ['Write note “three”', false],
    ['Write note “one”', false],
  ])
  one.close()
})

test('a step that leaves everything as it was is none: what was undone can still be redone', () => {
  const one = newCase()
  const { value } = one.step((db) =>
    makeRelation(db, {
      from: { name: 'A', type: 'person' },
      kind: 'met',
      to: { name: 'B', type: 'person' },
      basis: 'stated',
      startOn: '',
      endOn: '',
      passage: null,
    }),
  )
  one.step(noteOn('undone'))
  one.travel('undo')
  const { relationId } = value
  const { patch } = one.step((db) =>
    editRelation(db, { relationId, kind: 'met', basis: 'stated', startOn: '', endOn: '' }),
  )
  expect(patch).toBeNull()
  expect(one.info().redo).toBe('Write note “undone”')
  one.close()
})
