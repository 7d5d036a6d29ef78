import { expect, test } from 'vitest'
import { findPlace } from './place.ts'

test('each new node finds a place of its own, near the others, and moves none of them', () => {
  const places: { x: number; y: number }[] = []
  for (let count = 0; count < 60; count++) {
    const before = JSON.stringify(places)
    const place = findPlace(places, { x: 0, y: 0 }, 0)
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
  const place = findPlace(taken, { x: 3000, y: 0 }, 3000)
  expect(Math.hypot(place.x - 3000, place.y)).toBeLessThan(300)
})

test('a node that finds a crowd around its place stands beside the picture, and not among them', () => {
  const crowd = Array.from({ length: 2500 }, (_, n) => ({ x: (n % 50) * 140, y: Math.floor(n / 50) * 140 }))
  const place = findPlace(crowd, { x: 3500, y: 3500 }, 6860)
  for (const other of crowd)
    expect(Math.hypot(other.x - place.x, other.y - place.y)).toBeGreaterThanOrEqual(130)
  expect(place).toEqual({ x: 6990, y: 3500 })
})
