import cytoscape from 'cytoscape'
import { expect, test } from 'vitest'
import { framesAsUnits } from './units.ts'

const cy = cytoscape({
  headless: true,
  styleEnabled: true,
  elements: [
    { data: { id: 'outer' } },
    { data: { id: 'inner', parent: 'outer' } },
    { data: { id: 'a', parent: 'inner' }, position: { x: 0, y: 0 } },
    { data: { id: 'b', parent: 'outer' }, position: { x: 200, y: 100 } },
    { data: { id: 'c', pinned: 1, parent: 'outer' }, position: { x: 100, y: 300 } },
    { data: { id: 'd' }, position: { x: -500, y: 0 } },
  ],
  layout: { name: 'preset' },
})

test('a frame is laid out as one, with all that stands in it and in the frames within', () => {
  const units = framesAsUnits(cy.nodes())
  expect(units.map(({ id }) => id).sort()).toEqual(['d', 'outer'])
  const outer = units.find(({ id }) => id === 'outer')
  expect(outer?.members.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  for (const { id, x, y } of outer?.members ?? [])
    expect({ x: (outer?.x ?? 0) + x, y: (outer?.y ?? 0) + y }).toEqual(cy.getElementById(id).position())
})

test('a frame with a pinned node in it stays where it is', () => {
  expect(framesAsUnits(cy.nodes()).map(({ id, isPinned }) => [id, isPinned])).toEqual([
    ['outer', true],
    ['d', false],
  ])
})

test('what stands in one frame is laid out by itself, and a frame within it as one', () => {
  const units = framesAsUnits(cy.getElementById('outer').descendants() as cytoscape.NodeCollection)
  expect(units.map(({ id }) => id).sort()).toEqual(['b', 'c', 'inner'])
})
