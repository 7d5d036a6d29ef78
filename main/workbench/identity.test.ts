import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EntityRow, EvidenceRow, RelationRow } from '../../preload/contract/network.ts'
import type { ReadCase } from '../case-file/handle.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { dump } from '../case-file/testing/dump.ts'
import { TroubleError } from '../trouble.ts'
import { mergeEntities, splitEntity } from './identity.ts'
import { doings, type Verb } from './testing/dice.ts'
import type { Doing } from './testing/pick.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-identity-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const all = <Row>(db: ReadCase, text: string): Row[] => db.all<Row>({ text, values: [] })
const entitiesOf = (one: OpenCase) => all<EntityRow>(one.read, 'SELECT * FROM entity ORDER BY id')

/** What a person does before two entities turn out to be one. */
const before: Verb[] = [
  'makeRelation',
  'makeRelation',
  'markMention',
  'markMention',
  'attachEvidence',
  'gradePassage',
  'writeNote',
  'editEntity',
  'dateEntity',
]
const die = fc.nat({ max: 999 })
const days = fc.array(
  fc.record({
    verb: fc.constantFrom(...before),
    a: die,
    b: die,
    c: die,
    word: fc.constantFrom('group', 'Kerman', 'ح'),
  }),
  { minLength: 8, maxLength: 24, size: 'max' },
)

let files = 0
/** A case in which that was done, with two entities at least. */
function caseAfter(day: { verb: Verb; a: number; b: number; c: number; word: string }[]): OpenCase {
  const one = openCase(join(folder, `${files++}.ligature`), { create: true })
  const begin = { a: 4, b: 8, c: 1, word: 'group' }
  const first = (['addArticle', 'makeRelation', 'markMention'] as const).map((verb) => ({ ...begin, verb }))
  // As one step: a commit each would take most of the test's time.
  one.step((db) => {
    for (const roll of [...first, ...day])
      try {
        const doing: Doing = doings[roll.verb]
        doing(db, roll)
      } catch (error) {
        if (!(error instanceof TroubleError)) throw error
      }
    return { label: 'A day', value: undefined }
  })
  return one
}

const two = (one: OpenCase, a: number): [EntityRow, EntityRow] => {
  const entities = entitiesOf(one)
  const kept = entities[a % entities.length]
  const gone = entities[(a + 1) % entities.length]
  if (!kept || !gone || kept === gone) throw new Error('Two entities are needed')
  return [kept, gone]
}

test('merging and undoing it brings back exactly the two, and doing it again exactly the one', () => {
  fc.assert(
    fc.property(days, die, (day, a) => {
      const one = caseAfter(day)
      const [kept, gone] = two(one, a)
      const rows = dump(one.read)
      one.step((db) => mergeEntities(db, { keptId: kept.id, goneId: gone.id }))
      const merged = dump(one.read)
      one.travel('undo')
      expect(dump(one.read)).toEqual(rows)
      one.travel('redo')
      expect(dump(one.read)).toEqual(merged)
      one.close()
    }),
    { numRuns: 20 },
  )
})

test('a merge loses no mention, relation, piece of evidence, grade, note or name', () => {
  fc.assert(
    fc.property(days, die, (day, a) => {
      const one = caseAfter(day)
      const [kept, gone] = two(one, a)
      const count = () =>
        ['annotation WHERE entityId IS NOT NULL', 'relation', 'note'].map(
          (from) => all<{ n: number }>(one.read, `SELECT count(*) AS n FROM ${from}`)[0]?.n,
        )
      const evidence = () => all<EvidenceRow>(one.read, 'SELECT * FROM evidence ORDER BY id')
      const [counted, graded] = [count(), evidence()]
      one.step((db) => mergeEntities(db, { keptId: kept.id, goneId: gone.id }))
      expect(count()).toEqual(counted)
      expect(evidence()).toEqual(graded)
      const now = entitiesOf(one).find(({ id }) => id === kept.id)
      const names = [now?.name, ...(now?.aliases.split('\n') ?? [])].map((name) => name?.toLowerCase())
      for (const name of [kept.name, gone.name, ...kept.aliases.split('\n'), ...gone.aliases.split('\n')])
        expect(names.includes(name.toLowerCase()) || name === '').toBe(true)
      one.close()
    }),
    { numRuns: 20 },
  )
})

test('what is split off and merged again has its mentions, relations and grades as before', () => {
  fc.assert(
    fc.property(days, die, (day, a) => {
      const one = caseAfter(day)
      const [old] = two(one, a)
      const read = () => ({
        mentions: all(one.read, 'SELECT * FROM annotation ORDER BY id'),
        relations: all<RelationRow>(one.read, 'SELECT * FROM relation ORDER BY id'),
        evidence: all(one.read, 'SELECT * FROM evidence ORDER BY id'),
        notes: all(one.read, 'SELECT * FROM note ORDER BY id'),
      })
      const rows = read()
      const idsOf = (from: string) =>
        all<{ id: string }>(one.read, `SELECT id FROM ${from}`)
          .map(({ id }) => id)
          .filter((_id, index) => (index + a) % 2 === 0)
      const { value } = one.step((db) =>
        splitEntity(db, {
          ...{ entityId: old.id, name: 'Another', type: 'person' },
          annotationIds: idsOf(`annotation WHERE entityId = '${old.id}'`),
          ends: [
            ...idsOf(`relation WHERE fromId = '${old.id}'`).map((relationId) => ({
              relationId,
              end: 'from' as const,
            })),
            ...idsOf(`relation WHERE toId = '${old.id}'`).map((relationId) => ({
              relationId,
              end: 'to' as const,
            })),
          ],
          noteIds: idsOf(`note WHERE entityId = '${old.id}'`),
        }),
      )
      one.step((db) => mergeEntities(db, { keptId: old.id, goneId: value.entityId }))
      expect(read()).toEqual(rows)
      one.close()
    }),
    { numRuns: 20 },
  )
})

test('a relation between two entities that are merged becomes one to itself', () => {
  const one = caseAfter([])
  const [kept, gone] = two(one, 0)
  one.step((db) => mergeEntities(db, { keptId: kept.id, goneId: gone.id }))
  expect(one.info().undo).toBe(`Merge “${gone.name}” into “${kept.name}”`)
  expect(all(one.read, 'SELECT fromId, toId FROM relation')).toEqual([{ fromId: kept.id, toId: kept.id }])
  one.close()
})

test('of a relation to itself either end can go over, or both, and undo brings back each row', () => {
  const one = caseAfter([])
  const [kept, gone] = two(one, 0)
  one.step((db) => mergeEntities(db, { keptId: kept.id, goneId: gone.id }))
  const rows = dump(one.read)
  const relationId = all<{ id: string }>(one.read, 'SELECT id FROM relation')[0]?.id ?? ''
  const from = { relationId, end: 'from' } as const
  const to = { relationId, end: 'to' } as const
  for (const ends of [[from], [to], [from, to]]) {
    const { value } = one.step((db) =>
      splitEntity(db, {
        ...{ entityId: kept.id, name: 'Another', type: 'person' },
        ...{ annotationIds: [], ends, noteIds: [] },
      }),
    )
    const now = all<RelationRow>(one.read, 'SELECT * FROM relation')[0]
    expect(now?.fromId).toBe(ends.includes(from) ? value.entityId : kept.id)
    expect(now?.toId).toBe(ends.includes(to) ? value.entityId : kept.id)
    one.travel('undo')
    expect(dump(one.read)).toEqual(rows)
  }
  expect(() =>
    one.step((db) =>
      splitEntity(db, {
        ...{ entityId: kept.id, name: 'Another', type: 'person' },
        ...{ annotationIds: [], ends: [from, from], noteIds: [] },
      }),
    ),
  ).toThrow('Nothing was split')
  one.close()
})

test('an entity is not merged with itself, and only its own mentions can be split off', () => {
  const one = caseAfter([])
  const [kept, gone] = two(one, 0)
  const rows = dump(one.read)
  expect(() => one.step((db) => mergeEntities(db, { keptId: kept.id, goneId: kept.id }))).toThrow(
    'with itself',
  )
  const strange = all<{ id: string; entityId: string }>(
    one.read,
    'SELECT id, entityId FROM annotation WHERE entityId IS NOT NULL',
  )[0]
  const other = strange?.entityId === kept.id ? gone : kept
  expect(() =>
    one.step((db) =>
      splitEntity(db, {
        ...{ entityId: other.id, name: 'Another', type: 'person' },
        ...{ annotationIds: [strange?.id ?? ''], ends: [], noteIds: [] },
      }),
    ),
  ).toThrow('Nothing was split')
  expect(dump(one.read)).toEqual(rows)
  one.close()
})
