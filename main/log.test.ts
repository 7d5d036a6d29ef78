import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { describe as described, largestLog, logError, startLog } from './log.ts'
import { TroubleError } from './trouble.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-log-'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const thrownBy = (attempt: () => unknown): unknown => {
  try {
    attempt()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown')
}

test('an error is written down with what helps to find it: when, its name, its code, where it was thrown', () => {
  const path = startLog(join(folder, 'not', 'yet'))
  logError('defect', Object.assign(new TypeError('words'), { code: 'ERR_ODD' }))
  expect(readFileSync(path, 'utf8')).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z defect: TypeError \[ERR_ODD\]\n {4}at log\.test\.ts:\d+:\d+\n/u,
  )
})

test('no words of an article, a note or a title come into it, and no folder of the person’s', () => {
  const secret = 'Kerman'
  const errors = [
    new Error(`${secret} said\n    at ${secret}.ts:1:1 and so on`),
    thrownBy(() => JSON.parse(`{"${secret}`)),
    thrownBy(() => readFileSync(join(folder, `${secret} report.ligature`))),
    new TroubleError('words-damaged', `The words of “${secret}” are damaged.`),
    new TroubleError(
      'write-failed',
      secret,
      '',
      thrownBy(() => readFileSync(join(folder, secret, 'a.md'))),
    ),
    thrownBy(() => new Database(':memory:').prepare(`SELECT "${secret}" FROM "${secret}"`)),
    Object.assign(new Error('x'), { name: 'SqliteError', code: 'SQLITE_FULL' }),
    secret,
    null,
    { message: secret },
  ]
  const log = errors.map(described)
  expect(log.join('\n')).not.toContain(secret)
  expect(log.join('\n')).not.toContain(tmpdir())
  expect(log.join('\n')).not.toMatch(/node_modules|\/main\//u)
  expect(log[2]).toMatch(/^Error \[ENOENT\] in open of \*\.ligature\n/u)
  expect(log[3]).toMatch(/^TroubleError \[words-damaged\]\n/u)
  expect(log[4]).toMatch(/because of Error \[ENOENT\] in open of \*\.md\n/u)
  expect(log[5]).toMatch(/^SqliteError \[SQLITE_ERROR\]\n/u)
})

test('it does not grow without end: one older file is kept, and no more', () => {
  const path = startLog(folder)
  const error = new Error('x')
  error.stack = `Error: x\n${'    at somewhere (file.ts:1:1)\n'.repeat(12)}`
  for (let count = 0; count < (largestLog * 2.5) / 400; count++) logError('defect', error)
  expect(readdirSync(folder).sort()).toEqual(['ligature.log', 'ligature.old.log'])
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThan(largestLog * 1.01)
  expect(path).toBe(join(folder, 'ligature.log'))
})

test('a log that cannot be written stops nobody', () => {
  startLog(join(folder, 'file'))
  logError('first', new Error('x'))
  startLog(join(folder, 'file', 'ligature.log', 'below'))
  expect(() => logError('second', new Error('x'))).not.toThrow()
})
