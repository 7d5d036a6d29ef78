import { expect, test } from 'vitest'
import { noPeriod } from '../../preload/contract/dates.ts'
import type { EntityRow, RelationRow } from '../../preload/contract/network.ts'
import { noRows } from '../state/store.ts'
import { loopDirection } from './loop-direction.ts'

const entity = (id: string, x: number, y: number): [string, EntityRow] => [
  id,
  {
    ...{ id, name: id, type: 'person', aliases: '', description: '', x, y, createdAt: '' },
    ...{ ...noPeriod, pinned: 0, hidden: 0, groupId: null },
  },
]
const relation = (fromId: string, toId: string): [string, RelationRow] => [
  fromId + toId,
  { id: fromId + toId, fromId, toId, kind: 'met', basis: 'stated', createdAt: '', ...noPeriod },
]
const rows = (entities: [string, EntityRow][], relations: [string, RelationRow][]) => ({
  ...noRows,
  entity: new Map(entities),
  relation: new Map(relations),
})

test('a relation to itself goes up where nothing is in the way, since the name stands below', () => {
  expect(loopDirection('a', rows([entity('a', 0, 0)], [relation('a', 'a')]))).toBe('0deg')
})

test('it goes to the side that no neighbour is on', () => {
  const above = rows([entity('a', 0, 0), entity('b', 30, -90)], [relation('a', 'a'), relation('b', 'a')])
  expect(Number.parseInt(loopDirection('a', above), 10)).toBeGreaterThan(250)
  const left = rows([entity('a', 0, 0), entity('b', -90, -10)], [relation('a', 'a'), relation('a', 'b')])
  expect(Number.parseInt(loopDirection('a', left), 10)).toBeLessThan(90)
})
