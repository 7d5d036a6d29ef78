import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noPeriod } from '../../preload/contract/dates.ts'
import type { AnyRow, Patch, TableName } from '../../preload/contract/patch.ts'
import { TroubleError } from '../trouble.ts'
import { editRelation, makeRelation } from '../workbench/relate.ts'
import { doings, type Verb, verbs, words } from '../workbench/testing/dice.ts'
import type { Doing, Roll } from '../workbench/testing/pick.ts'
import { writeNote } from '../workbench/write-note.ts'
import type { WriteCase } from './handle.ts'
import { listSteps } from './history.ts'
import { type OpenCase, openCase } from './open-case.ts'
import { sql } from './sql.ts'
import { dump, line } from './testing/dump.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-history-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

type Rows = Map<string, AnyRow>
const dumpOf = (rows: Rows) => [...rows].map(([key, row]) => line(key.split(' ')[0] as TableName, row)).sort()

/** What a view does: keeps rows in a plain map and lets each patch overwrite them. */
function apply(rows: Rows, patch: Patch | null): void {
  for (const { table, id, row } of patch?.changes ?? [])
    if (row) rows.set(`${table} ${id}`, row)
    else rows.delete(`${table} ${id}`)
}

type Rolled = Roll & { verb: Verb }
const die = fc.nat({ max: 999 })
const rolls = fc.array(
  fc.record<Rolled>({
    verb: fc.constantFrom(...verbs),
    a: die,
    b: die,
    c: die,
    word: fc.constantFrom(...words),
  }),
  { minLength: 10, maxLength: 36, size: 'max' },
)

/** Articles and entities first, so that there is something to work on. */
const start = (['addArticle', 'makeRelation', 'tagPassage'] as const).map((verb) => ({
  verb,
  a: 4,
  b: 8,
  c: 1,
  word: 'group',
}))

let files = 0
function newCase(): OpenCase {
  return openCase(join(folder, `${files++}.ligature`), { create: true })
}

/** Does one thing; answers undefined where it was refused, and then nothing may have changed. */
function attempt(one: OpenCase, roll: Rolled): Patch | null | undefined {
  const before = dump(one.read)
  const info = one.info()
  try {
    const doing: Doing = doings[roll.verb]
    const { patch } = one.step((db) => doing(db, roll))
    if (!patch) {
      expect(dump(one.read)).toEqual(before)
      expect(one.info()).toEqual(info)
    } else expect(dump(one.read)).not.toEqual(before)
    return patch
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error
    expect(dump(one.read)).toEqual(before)
    expect(one.info()).toEqual(info)
    return undefined
  }
}

test('whatever a person did can be undone to the start and redone to the end, row for row, also tomorrow', () => {
  fc.assert(
    fc.property(rolls, fc.boolean(), (all, reopen) => {
      let one = newCase()
      const view: Rows = new Map()
      const states = [dump(one.read)]
      for (const roll of [...start, ...all]) {
        const patch = attempt(one, roll)
        if (!patch) continue
        apply(view, patch)
        states.push(dump(one.read))
        expect(dumpOf(view)).toEqual(states.at(-1))
      }
      const tomorrow = () => {
        one.close()
        one = openCase(one.path)
      }
      const travel = (way: 'undo' | 'redo', expected: string[] | undefined) => {
        const patch = one.travel(way)
        expect(patch).not.toBeNull()
        apply(view, patch)
        expect(dump(one.read)).toEqual(expected)
        expect(dumpOf(view)).toEqual(expected)
      }
      if (reopen) tomorrow()
      for (const state of states.slice(0, -1).reverse()) travel('undo', state)
      expect(one.travel('undo')).toBeNull()
      if (reopen) tomorrow()
      for (const state of states.slice(1)) travel('redo', state)
      expect(one.travel('redo')).toBeNull()
      one.close()
    }),
    { numRuns: 12 },
  )
}, 60_000)

const undoneOf = (one: OpenCase) => {
  const { steps, present } = listSteps(one.read, { before: null, words: '' })
  return steps.filter((step) => step.id > present).map((step) => step.id)
}
const newestOf = (one: OpenCase) => listSteps(one.read, { before: null, words: '' }).present

test('wherever a person goes in the history, all is as it was then, and going there can itself be undone', () => {
  const ways = fc.array(fc.constantFrom('do', 'do', 'do', 'undo', 'redo', 'go', 'go'), {
    minLength: 36,
    maxLength: 36,
  })
  fc.assert(
    fc.property(rolls, ways, fc.boolean(), (all, way, reopen) => {
      let one = newCase()
      const view: Rows = new Map()
      /** How the case was right after each step that is still known. */
      const states = new Map([[0, dump(one.read)]])
      const expectState = (state: string[] | undefined) => {
        expect(dump(one.read)).toEqual(state)
        expect(dumpOf(view)).toEqual(state)
      }
      const travel = (to: 'undo' | 'redo') => apply(view, one.travel(to))
      for (const roll of start) {
        apply(view, attempt(one, roll) ?? null)
        states.set(newestOf(one), dump(one.read))
      }
      for (const [index, roll] of all.entries()) {
        const undone = undoneOf(one)
        if (way[index] === 'do') {
          const patch = attempt(one, roll)
          if (!patch) continue
          apply(view, patch)
          for (const id of undone) states.delete(id)
          states.set(newestOf(one), dump(one.read))
        } else if (way[index] !== 'go') {
          travel(way[index] as 'undo' | 'redo')
          expectState(states.get(newestOf(one)))
        } else {
          const known = [...states.keys()]
          const target = known[roll.a % known.length] as number
          const before = dump(one.read)
          const patch = one.go(target)
          apply(view, patch)
          expectState(states.get(target))
          if (undone.includes(target)) expect(newestOf(one)).toBe(target)
          else if (patch) {
            for (const id of undone) states.delete(id)
            states.set(newestOf(one), dump(one.read))
            travel('undo')
            expectState(before)
            if (reopen) {
              one.close()
              one = openCase(one.path)
            }
            travel('redo')
            expectState(states.get(target))
          } else expect(undoneOf(one)).toEqual(undone)
        }
      }
      one.close()
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('every verb of the dice does its work at times', () => {
  const worked = new Set<Verb>()
  for (let seed = 1; seed <= 40 && worked.size < verbs.length; seed++) {
    const one = newCase()
    const rolled = fc.sample(rolls, { numRuns: 8, seed }).flat()
    for (const roll of rolled) if (attempt(one, roll)) worked.add(roll.verb)
    // What the dice seldom fall on is tried with some rolls on what the case holds by now.
    for (const verb of verbs.filter((each) => !worked.has(each)))
      if (rolled.slice(0, 25).some((roll) => attempt(one, { ...roll, verb }))) worked.add(verb)
    one.close()
  }
  expect([...worked].sort()).toEqual(verbs.toSorted())
}, 60_000)

const noteOn = (body: string) => (db: WriteCase) => writeNote(db, { on: { wholeCase: true }, body })

test('a new step after an undo takes the place of what was undone', () => {
  const one = newCase()
  one.step(noteOn('one'))
  one.step(noteOn('two'))
  one.travel('undo')
  expect(one.info()).toMatchObject({ undo: 'Write note “one”', redo: 'Write note “two”' })
  one.step(noteOn('three'))
  expect(one.travel('redo')).toBeNull()
  const { steps, present } = listSteps(one.read, { before: null, words: '' })
  expect(steps.map(({ label }) => label)).toEqual(['Write note “three”', 'Write note “one”'])
  expect(present).toBe(steps[0]?.id)
  one.close()
})

test('a step that leaves everything as it was is none: what was undone can still be redone', () => {
  const one = newCase()
  const { value } = one.step((db) =>
    makeRelation(db, {
      from: { name: 'A', type: 'person' },
      kind: 'met',
      to: { name: 'B', type: 'person' },
      basis: 'stated',
      ...noPeriod,
      passage: null,
    }),
  )
  one.step(noteOn('undone'))
  one.travel('undo')
  const { relationId } = value
  const { patch } = one.step((db) =>
    editRelation(db, { relationId, kind: 'met', basis: 'stated', ...noPeriod }),
  )
  expect(patch).toBeNull()
  expect(one.info().redo).toBe('Write note “undone”')
  one.close()
})

test('going back is a step with a name, and what came after it stays in the history', () => {
  const one = newCase()
  for (const body of ['one', 'two', 'three']) one.step(noteOn(body))
  const steps = () => listSteps(one.read, { before: null, words: '' }).steps
  one.go(steps().at(-1)?.id ?? 0)
  expect(one.go(0)?.label).toBe('Go back to the beginning')
  expect(one.go(steps()[1]?.id ?? 0)?.label).toBe('Go back to “Write note ‘one’”')
  expect(steps().map(({ label }) => label)).toEqual([
    'Go back to “Write note ‘one’”',
    'Go back to the beginning',
    'Go back to “Write note ‘one’”',
    'Write note “three”',
    'Write note “two”',
    'Write note “one”',
  ])
  expect(one.go(newestOf(one))).toBeNull()
  expect(() => one.go(999)).toThrow('no longer in the history')
  one.close()
})

test('a history of many pages is read from the newest to the oldest, and searched by words in any case', () => {
  const one = newCase()
  // Written at once: 450 real steps would be 450 commits.
  one.step((db) => {
    for (let n = 1; n <= 450; n++)
      db.run(
        sql`INSERT INTO step (label, at) VALUES (${n % 100 ? `plain ${n}` : `Rare ÉCLAIR ${n}`}, '2024-01-31T00:00:00Z')`,
      )
    return { label: 'nothing', value: undefined }
  })
  const all = []
  for (let before: number | null = null, isFirst = true; isFirst || before !== null; isFirst = false) {
    const page = listSteps(one.read, { before, words: '' })
    all.push(...page.steps.map(({ label }) => label))
    before = page.next
  }
  expect(all).toHaveLength(450)
  expect(all[0]).toBe('plain 450')
  expect(all.at(-1)).toBe('plain 1')
  const found = listSteps(one.read, { before: null, words: 'éclair rare' })
  expect(found.steps.map(({ label }) => label)).toEqual([400, 300, 200, 100].map((n) => `Rare ÉCLAIR ${n}`))
  expect(found.next).toBeNull()
  one.close()
})
