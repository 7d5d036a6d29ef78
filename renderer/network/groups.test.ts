import { expect, test } from 'vitest'
import type { BoardGroupRow } from '../../preload/contract/board.ts'
import type { EntityRow } from '../../preload/contract/network.ts'
import { framingOf } from './groups.ts'

const group = (id: string, parentId: string | null, collapsed: 0 | 1 = 0): [string, BoardGroupRow] => [
  id,
  { id, name: id, parentId, collapsed, createdAt: '' },
]
const entities = new Map(
  Object.entries({ a: 'inner', b: 'outer', c: null, d: 'other' }).map(([id, groupId]) => [
    id,
    { id, groupId, hidden: id === 'd' ? 1 : 0 } as unknown as EntityRow,
  ]),
)
const framing = (...groups: [string, BoardGroupRow][]) =>
  framingOf({ entity: entities, boardGroup: new Map(groups) })

test('a group stands in the frame of the group around it, and frames around others come first', () => {
  const { frames, parentOf, standIn } = framing(group('inner', 'outer'), group('outer', null))
  expect([...frames.keys()]).toEqual(['outer', 'inner'])
  expect(frames.get('inner')?.parentId).toBe('outer')
  expect(frames.get('outer')?.entityIds.sort()).toEqual(['a', 'b'])
  expect([parentOf('a'), parentOf('b'), parentOf('c')]).toEqual(['inner', 'outer', null])
  expect(standIn('a')).toBe('a')
})

test('a collapsed group stands for all that is in it, also for groups in it that are collapsed themselves', () => {
  const { frames, parentOf, standIn } = framing(group('inner', 'outer', 1), group('outer', null, 1))
  expect([...frames.keys()]).toEqual(['outer'])
  expect([standIn('a'), standIn('b'), standIn('c')]).toEqual(['outer', 'outer', 'c'])
  expect(parentOf('a')).toBeNull()
})

test('a group of nothing that is shown has no frame', () => {
  const { frames, parentOf, standIn } = framing(group('other', null, 1), group('empty', null))
  expect(frames.size).toBe(0)
  expect([parentOf('d'), standIn('d')]).toEqual([null, 'd'])
})

test('groups that hold each other in a circle, in a case from elsewhere, stand side by side', () => {
  const { frames, parentOf } = framing(
    group('inner', 'outer'),
    group('outer', 'inner'),
    group('other', 'other'),
  )
  expect([...frames.values()].map(({ parentId }) => parentId)).toEqual([null, null])
  expect([parentOf('a'), parentOf('b')]).toEqual(['inner', 'outer'])
})
