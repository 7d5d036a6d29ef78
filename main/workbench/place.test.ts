import { expect, test } from 'vitest'
import { findPlace } from './place.ts'

test('each new node finds a place of its own, near the others, and moves none of them', () => {
  const places: { x: number; y: number }[] = []
  for (let count = 0; count < 60; count++) {
    const before = JSON.stringify(places)
    const place = findPlace(places)
    expect(JSON.stringify(places)).toBe(before)
    for (const other of places)
      expect(Math.hypot(other.x - place.x, other.y - place.y)).toBeGreaterThanOrEqual(130)
    places.push(place)
  }
  // Sixty nodes 130 apart fill a disc of about 600; further out they would be lost to the eye.
  for (const { x, y } of places) expect(Math.hypot(x, y)).toBeLessThan(1000)
})

test('a node made by a relation stands near the node it is related to', () => {
  const taken = [
    { x: 0, y: 0 },
    { x: 3000, y: 0 },
  ]
  const place = findPlace(taken, { x: 3000, y: 0 })
  expect(Math.hypot(place.x - 3000, place.y)).toBeLessThan(300)
})
