import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCase } from '../case-file/open-case.ts'
import { insertTag } from '../case-file/tags.ts'
import { keepSeenCases } from '../seen-cases.ts'
import type { TroubleError } from '../trouble.ts'
import { lacking, see } from './compare-copies.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-copies-'))
  path = join(folder, 'Kerman.ligature')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A start of the program: opens the case, says what it says, does so many steps, and quits. */
function work(steps: number, at = path, create = false): string | null {
  const seen = keepSeenCases(join(folder, 'seen.json'))
  try {
    const one = openCase(at, { create })
    const said = lacking(one, seen)
    see(one, seen)
    for (let count = 0; count < steps; count++) {
      one.step((db) => ({ label: 'Tag', value: insertTag(db, `${Math.random()}`) }))
      see(one, seen)
    }
    one.close()
    return said?.message ?? null
  } catch (error) {
    return (error as TroubleError).trouble.message
  } finally {
    seen.flush()
  }
}
const inFolder = (name: string) => join(folder, name)

test('a case that is as it was left says nothing', () => {
  expect(work(3, path, true)).toBeNull()
  expect(work(0)).toBeNull()
  expect(work(2)).toBeNull()
  renameSync(path, inFolder('Renamed.ligature'))
  expect(work(1, inFolder('Renamed.ligature'))).toBeNull()
})

test('an older file that a sync client put back says how much is missing', () => {
  work(3, path, true)
  copyFileSync(path, inFolder('older'))
  work(4)
  renameSync(inFolder('older'), path)
  expect(work(0)).toMatch(/“Kerman.ligature” is not the file you last worked on .* 3 of the 7 changes/u)
  // Said once: the person has decided to go on with it.
  expect(work(0)).toBeNull()
})

test('a file in which others went on instead says so, although it counts more changes', () => {
  work(3, path, true)
  copyFileSync(path, inFolder('theirs.ligature'))
  work(2)
  const theirs = openCase(inFolder('theirs.ligature'))
  for (let count = 0; count < 5; count++)
    theirs.step((db) => ({ label: 'Tag', value: insertTag(db, `theirs ${count}`) }))
  theirs.close()
  renameSync(inFolder('theirs.ligature'), path)
  expect(work(0)).toContain('other changes have taken the place of yours')
})

test('a conflict copy that lacks what was done in the other says so the first time', () => {
  work(3, path, true)
  const conflict = inFolder("Kerman (Ana's conflicted copy).ligature")
  copyFileSync(path, conflict)
  work(2)
  expect(work(0, conflict)).toMatch(/is a copy that lacks what you did in “Kerman.ligature”/u)
  expect(work(0, conflict)).toBeNull()
})

test('a copy that holds all of it says nothing', () => {
  work(3, path, true)
  const copy = inFolder('Copy.ligature')
  copyFileSync(path, copy)
  expect(work(0, copy)).toBeNull()
})

test('a file cut off or emptied on its way is refused with a sentence, and what was seen of the case is still known', () => {
  work(3, path, true)
  const whole = readFileSync(path)
  for (const bytes of [Buffer.alloc(0), whole.subarray(0, 5000), Buffer.alloc(whole.length)]) {
    writeFileSync(path, bytes)
    expect(work(0)).toMatch(/is empty|damaged|not a Ligature case/u)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  }
  writeFileSync(path, whole)
  expect(work(0)).toBeNull()
})

test('damaged memories of cases count as none', () => {
  work(1, path, true)
  writeFileSync(inFolder('seen.json'), '{"half')
  expect(work(1)).toBeNull()
  expect(work(0)).toBeNull()
})
