import { expect, test } from 'vitest'
import { measuresOf } from './measures.ts'

const pairs = (text: string) =>
  text.split(' ').map((pair) => ({ fromId: pair[0] ?? '', toId: pair[1] ?? '' }))
/** Two triangles, abc and xyz, that only the go-between m joins; l stands alone. */
const found = measuresOf({
  entityIds: [...'abcxyzml'],
  relations: pairs('ab bc ca xy yz zx am mx aa ab'),
})

test('degree counts the relations, those to itself once', () => {
  expect(found.get('a')?.degree).toBe(5)
  expect(found.get('m')?.degree).toBe(2)
  expect(found.get('l')?.degree).toBe(0)
})

test('who stands between all others is measured so, however few relations it has', () => {
  // 9 of the 15 pairs of the others that are joined, of 21 pairs in all.
  expect(found.get('m')?.betweenness).toBeCloseTo(9 / 21)
  expect(found.get('b')?.betweenness).toBe(0)
})

test('communities are the densely joined parts, and come out the same each time', () => {
  const of = (id: string) => found.get(id)?.community
  expect([of('a'), of('b')]).toEqual([of('c'), of('c')])
  expect([of('x'), of('y')]).toEqual([of('z'), of('z')])
  expect(of('a')).not.toBe(of('x'))
  expect(of('l')).toBe(0)
})

test('a network of nothing has no measures, and one without relations has none that say something', () => {
  expect(measuresOf({ entityIds: [], relations: [] }).size).toBe(0)
  expect(measuresOf({ entityIds: ['a'], relations: [] }).get('a')).toEqual({
    degree: 0,
    betweenness: 0,
    community: 0,
  })
})
