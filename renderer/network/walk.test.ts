import { expect, test } from 'vitest'
import { isWithin } from './lasso.ts'
import { directions, nearest, nearestTowards } from './walk.ts'

const here = { x: 0, y: 0 }
const others = [
  { id: 'right', x: 100, y: 10 },
  { id: 'far right', x: 300, y: 0 },
  { id: 'aside', x: 60, y: 90 },
  { id: 'up', x: 0, y: -50 },
]

test('an arrow key goes to the nearest in its direction, and nowhere where there is none', () => {
  expect(nearestTowards(here, others, directions.ArrowRight)?.id).toBe('right')
  expect(nearestTowards(here, others, directions.ArrowDown)?.id).toBe('aside')
  expect(nearestTowards(here, others, directions.ArrowUp)?.id).toBe('up')
  expect(nearestTowards(here, others, directions.ArrowLeft)).toBeNull()
})

test('a lasso picks what its line goes around, also where the line bends in', () => {
  const bay = [here, { x: 100, y: 0 }, { x: 100, y: 100 }, { x: 50, y: 20 }, { x: 0, y: 100 }]
  expect(isWithin({ x: 20, y: 30 }, bay)).toBe(true)
  expect(isWithin({ x: 50, y: 60 }, bay)).toBe(false)
  expect(isWithin({ x: 120, y: 10 }, bay)).toBe(false)
})

test('the nearest of all is found wherever it lies; of none there is none', () => {
  expect(nearest({ x: 0, y: 0 }, [])).toBeNull()
  const places = [
    { id: 'far', x: 50, y: 0 },
    { id: 'near', x: -3, y: -4 },
  ]
  expect(nearest({ x: 0, y: 0 }, places)?.id).toBe('near')
})
