import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allNotes } from '../case-file/notes.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import type { Desk } from './desk.ts'
import { copyCase } from './open-case.ts'
import { deskIn } from './testing/desk.ts'
import { writeNote } from './write-note.ts'

let folder = ''
let path = ''
let open: OpenCase
let desk: Desk
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-saved-back-'))
  path = join(folder, 'Kerman.ligature')
  const simple = deskIn(folder, 'Kerman')
  open = simple.case
  desk = {
    ...simple,
    get case() {
      return open
    },
    ask: { ...simple.ask, whereToSave: async () => path },
    open: (at, how) => {
      const next = openCase(at, how)
      open.close()
      open = next
    },
  }
})
afterEach(() => {
  open.close()
  rmSync(folder, { recursive: true })
})

const write = (body: string) => open.step((db) => writeNote(db, { on: { wholeCase: true }, body }))

test.each([
  ['was deleted', () => rmSync(path)],
  ['was moved away', () => renameSync(path, join(folder, 'elsewhere'))],
  [
    'was replaced by another file',
    () => {
      rmSync(path)
      writeFileSync(path, 'not a case')
    },
  ],
])('a case whose file %s is saved back under its own name, and work goes on there', async (_, befall) => {
  write('Kept.')
  befall()
  expect(() => write('Lost?')).toThrow('no longer where it was')
  expect(await copyCase(desk)).toBe('Kerman.ligature')
  write('And on.')
  expect(allNotes(open.read).map(({ body }) => body)).toEqual(['Kept.', 'And on.'])
})
