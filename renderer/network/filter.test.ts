import { expect, test } from 'vitest'
import type { EntityRow, EvidenceRow, RelationRow } from '../../preload/contract/network.ts'
import { noRows, type Rows } from '../state/store.ts'
import { noFilter, shownBy } from './filter.ts'

const dates = { startOn: '', startHow: 'on', endOn: '', endHow: 'on', createdAt: '' } as const
const entity = (id: string, row: Partial<EntityRow> = {}): EntityRow => ({
  ...{ id, name: id, type: 'person', aliases: '', description: '', x: 0, y: 0, ...dates },
  ...{ pinned: 0, hidden: 0, groupId: null },
  ...row,
})
const relation = (pair: string, row: Partial<RelationRow> = {}): RelationRow => ({
  ...{ id: pair, fromId: pair[0] ?? '', toId: pair[1] ?? '', kind: 'met', basis: 'stated', ...dates },
  ...row,
})
const evidence = (relationId: string, annotationId: string, row: Partial<EvidenceRow> = {}): EvidenceRow => ({
  ...{ id: `${relationId} ${annotationId}`, relationId, annotationId },
  ...{ stance: 'supports', reliability: '', credibility: '' },
  ...row,
})
const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]))

/** Anna met Ben, Ben joined the group, Chris is in nothing and hidden: each with what a filter can ask for. */
const rows = {
  ...noRows,
  entity: byId([
    entity('a', { name: 'Anna' }),
    entity('b', { name: 'Ben', aliases: 'The Baker' }),
    entity('c', { name: 'Chris', hidden: 1 }),
    entity('g', { name: 'Guild', type: 'group', startOn: '1990', endOn: '1999' }),
  ]),
  relation: byId([
    relation('ab', { startOn: '2024-03' }),
    relation('bg', { kind: 'member of', basis: 'inferred', startOn: '2023', startHow: 'after' }),
  ]),
  evidence: byId([evidence('ab', 'n1', { reliability: 'B', credibility: '2' }), evidence('bg', 'n2')]),
  annotation: byId([
    { id: 'n1', articleId: 'r1', entityId: 'a' },
    { id: 'n2', articleId: 'r2', entityId: null },
  ]),
  article: byId([
    { id: 'r1', reliability: '', credibility: '' },
    { id: 'r2', reliability: 'D', credibility: '4' },
  ]),
  tagging: byId([{ id: 't', annotationId: 'n2', tagId: 'tag' }]),
} as unknown as Rows

const shown = (filter: Partial<typeof noFilter>, around: Parameters<typeof shownBy>[2] = null) => {
  const { entities, relations } = shownBy(rows, { ...noFilter, ...filter }, around)
  return [...entities]
    .sort()
    .concat([...relations].sort())
    .join(' ')
}

test('without a filter all is shown but what was hidden by hand', () => {
  expect(shown({})).toBe('a b g ab bg')
})

test('by type: only entities of it, and the relations between them', () => {
  expect(shown({ types: ['person'] })).toBe('a b ab')
})

test('by kind, basis or grade: the relations that pass, with both their ends', () => {
  expect(shown({ kinds: ['member of'] })).toBe('b g bg')
  expect(shown({ bases: ['stated'] })).toBe('a b ab')
  expect(shown({ reliability: 'C' })).toBe('a b ab')
  expect(shown({ credibility: '4' })).toBe('a b g ab bg')
  expect(shown({ reliability: 'A' })).toBe('')
})

test('by article and by tag: what the passages name and what rests on them', () => {
  expect(shown({ articleIds: ['r1'] })).toBe('a b ab')
  expect(shown({ tagIds: ['tag'] })).toBe('b g bg')
})

test('by time: what happened or held then; what has no date is out', () => {
  expect(shown({ from: '1995', to: '1996' })).toBe('g')
  expect(shown({ from: '2024-03-15', to: '2024-03-20' })).toBe('a b g ab bg')
  expect(shown({ to: '2022' })).toBe('g')
  // Ben has been a member since 2023 and nothing says that it ended; Anna met him once.
  expect(shown({ from: '2025' })).toBe('b g bg')
})

test('by words: names, other names, and kinds of relation', () => {
  expect(shown({ text: 'baker' })).toBe('b')
  expect(shown({ text: 'MEMBER' })).toBe('b g bg')
  expect(shown({ text: 'anna', kinds: ['met'] })).toBe('a b ab')
  expect(shown({ text: 'anna', kinds: ['member of'] })).toBe('')
})

test('so many steps from what is chosen, along what the filter leaves', () => {
  expect(shown({}, { ids: ['a'], steps: 1 })).toBe('a b ab')
  expect(shown({}, { ids: ['a'], steps: 2 })).toBe('a b g ab bg')
  expect(shown({ kinds: ['met'] }, { ids: ['a'], steps: 3 })).toBe('a b ab')
})
