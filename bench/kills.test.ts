import { expect, test } from 'vitest'
import { runKills } from './torture/kills.ts'

test('a process killed at any moment leaves every answered step and no half of one, 200 times', async () => {
  const { kills, acknowledged, lost, torn, found, within } = await runKills(200, { depth: 100 })
  expect({ kills, lost, torn, found }).toEqual({ kills: 200, lost: 0, torn: 0, found: [] })
  expect(acknowledged).toBeGreaterThan(200)
  expect(within).toBeGreaterThan(10)
}, 180_000)
