import { expect, test } from 'vitest'
import { runMutants } from './torture/mutants.ts'

// vitest runs this file in a process of its own, so that a crash of SQLite fails it and nothing else.
test('1,000 mutated case files are opened, worked on and rescued, or refused with a sentence; none ends the program', async () => {
  const { outcomes, found } = await runMutants(1000)
  expect(found).toEqual([])
  // Mutants of every fate, or they were too tame or too wild to say anything.
  expect(outcomes.get('opened: works')).toBeGreaterThan(50)
  expect(outcomes.get('opened: case-damaged')).toBeGreaterThan(50)
  expect(outcomes.get('rescued: works')).toBeGreaterThan(50)
}, 120_000)
