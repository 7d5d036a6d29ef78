import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TroubleError } from '../trouble.ts'
import { writeWhole } from './write-whole.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-write-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file is written whole, takes the place of an older one, and nothing is left beside it', () => {
  const path = join(folder, 'Notes.md')
  writeWhole(path, 'old')
  writeWhole(path, 'new ✓')
  expect(readFileSync(path, 'utf8')).toBe('new ✓')
  expect(readdirSync(folder)).toEqual(['Notes.md'])
})

test('a name as long as the disk allows can be written, in any script', () => {
  const name = `${'漢'.repeat(83)}.md`
  writeWhole(join(folder, name), 'x')
  expect(readdirSync(folder)).toEqual([name])
})

test.each([
  ['in a folder that is a file', 'file/Notes.md', 'the folder is not there'],
  ['in a folder that is missing', 'missing/Notes.md', 'the folder is not there'],
  ['where a folder stands', 'folder', 'a folder of that name is there already'],
  ['by a name too long', `${'n'.repeat(300)}.md`, 'the name is too long'],
])('writing %s is refused in words, and leaves everything as it was', (_what, name, why) => {
  writeFileSync(join(folder, 'file'), 'older')
  mkdirSync(join(folder, 'folder'))
  expect(() => writeWhole(join(folder, name), 'new')).toThrow(TroubleError)
  expect(() => writeWhole(join(folder, name), 'new')).toThrow(why)
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('older')
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['file', 'folder'])
})
