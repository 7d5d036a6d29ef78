import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostPaths, mostSteps, neighbourhood, pathsBetween } from './paths.ts'

const edges = (pairs: string) =>
  pairs.split(' ').map((pair) => ({ id: pair, fromId: pair[0] ?? '', toId: pair[1] ?? '' }))

test('the shortest way comes first, and a relation leads both ways', () => {
  const paths = pathsBetween(edges('ab cb cd ad'), 'a', 'c')
  expect(paths.map(({ entityIds }) => entityIds.join(''))).toEqual(['abc', 'adc'])
  expect(paths[0]?.steps).toEqual([['ab'], ['cb']])
})

test('two relations between the same two are one step of one way', () => {
  const twice = [...edges('ab bc'), { id: 'ab again', fromId: 'b', toId: 'a' }]
  expect(pathsBetween(twice, 'a', 'c').map(({ steps }) => steps)).toEqual([[['ab', 'ab again'], ['bc']]])
})

test('what is not joined has no way, and nothing leads to itself', () => {
  expect(pathsBetween(edges('ab cd aa'), 'a', 'd')).toEqual([])
  expect(pathsBetween(edges('ab aa'), 'a', 'a')).toEqual([])
})

test('a neighbourhood holds what is at most so many steps away', () => {
  const line = edges('ab bc cd de')
  expect([...neighbourhood(line, ['a'], 2)].sort()).toEqual(['a', 'b', 'c'])
  expect([...neighbourhood(line, ['a', 'e'], 1)].sort()).toEqual(['a', 'b', 'd', 'e'])
})

test('every way is one: it begins and ends as asked, meets nobody twice, and is bounded', () => {
  const letter = fc.constantFrom(...'abcdefgh')
  const graph = fc.array(fc.record({ fromId: letter, toId: letter }), { maxLength: 40 })
  fc.assert(
    fc.property(graph, (pairs) => {
      const relations = pairs.map((pair, index) => ({ id: String(index), ...pair }))
      const paths = pathsBetween(relations, 'a', 'h')
      expect(paths.length > 0).toBe(neighbourhood(relations, ['a'], mostSteps).has('h'))
      expect(paths.length).toBeLessThanOrEqual(mostPaths)
      let last = 0
      for (const { entityIds, steps } of paths) {
        expect(new Set(entityIds).size).toBe(entityIds.length)
        expect([entityIds[0], entityIds.at(-1)]).toEqual(['a', 'h'])
        for (const [index, relationIds] of steps.entries()) {
          const ends = entityIds.slice(index, index + 2).sort()
          const joining = relations.filter(({ fromId, toId }) => [fromId, toId].sort().join() === ends.join())
          expect(relationIds).toEqual(joining.map(({ id }) => id))
        }
        expect(steps.length).toBeGreaterThanOrEqual(last)
        last = steps.length
      }
      expect(new Set(paths.map(({ entityIds }) => entityIds.join())).size).toBe(paths.length)
    }),
  )
})
