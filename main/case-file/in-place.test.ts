import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TroubleError } from '../trouble.ts'
import { type OpenCase, openCase } from './open-case.ts'
import { readPage } from './rows.ts'
import { insertTag } from './tags.ts'

let folder = ''
let path = ''
let one: OpenCase
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'ligature-place-')), 'cases')
  mkdirSync(folder)
  path = join(folder, 'Kerman.ligature')
  one = openCase(path, { create: true })
  tag('before')
})
afterEach(() => {
  one.close()
  rmSync(join(folder, '..'), { recursive: true })
})

const tag = (name: string) => one.step((db) => ({ label: name, value: insertTag(db, name) }))
const namesIn = (each: OpenCase) =>
  readPage(each.read, null).rows.map(({ row }) => (row as { name: string }).name)
const away = () => join(folder, '..', 'elsewhere')

/** What can befall the file of an open case, and how it is put right again where it can be. */
const mishaps: [what: string, befall: () => void, mend: (() => void) | null][] = [
  ['renamed', () => renameSync(path, join(folder, 'x')), () => renameSync(join(folder, 'x'), path)],
  ['moved elsewhere', () => renameSync(path, away()), () => renameSync(away(), path)],
  ['deleted', () => rmSync(path), null],
  [
    'replaced by an older copy',
    () => {
      copyFileSync(path, away())
      renameSync(away(), path)
    },
    null,
  ],
  ['taken away with its folder', () => renameSync(folder, away()), () => renameSync(away(), folder)],
]

describe('a case whose file is', () => {
  test.each(mishaps)(
    '%s takes no more steps, says why, and can be saved elsewhere as it was',
    (_, befall, mend) => {
      befall()
      expect(one.isInPlace()).toBe(false)
      for (const act of [() => tag('lost'), () => one.travel('undo')])
        expect(act).toThrow(
          expect.objectContaining({ trouble: expect.objectContaining({ code: 'case-moved' }) }),
        )
      expect(namesIn(one)).toEqual(['before'])

      const saved = join(folder, '..', 'saved.ligature')
      one.copyTo(saved)
      const copy = openCase(saved)
      expect(namesIn(copy)).toEqual(['before'])
      copy.close()

      if (!mend) return
      mend()
      tag('after')
      expect(namesIn(one)).toEqual(['before', 'after'])
    },
  )
})

test('a case that is gone is not made anew in silence', () => {
  one.close()
  rmSync(path)
  let refusal: TroubleError | undefined
  try {
    one = openCase(path)
  } catch (error) {
    refusal = error as TroubleError
  }
  expect(refusal?.trouble.code).toBe('case-unreachable')
  expect(readdirSync(folder)).toEqual([])
  one = openCase(path, { create: true })
})
