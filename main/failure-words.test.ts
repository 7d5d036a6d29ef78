import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fileReasons, reasonOf, sqliteReasons } from './failure-words.ts'
import { troubleOf } from './workbench/answer.ts'

// What is explained is logged as well.
beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterAll(() => void vi.restoreAllMocks())

const header = readFileSync('node_modules/better-sqlite3/deps/sqlite3/sqlite3.h', 'utf8')
/** SQLite's own list of its primary result codes that are errors, from the very SQLite that is used. */
const primary = [
  ...header.slice(0, header.indexOf('SQLITE_NOTICE ')).matchAll(/^#define (SQLITE_[A-Z]+) +\d+ /gmu),
]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'SQLITE_OK')
const extended = [...header.matchAll(/^#define (SQLITE_[A-Z_]+) +\(SQLITE_([A-Z]+) *\|/gmu)].map(
  ([, name = '', base = '']) => ({ name, base: `SQLITE_${base}` }),
)

/** Codes of sockets, processes, terminals and arithmetic, or of a file handle that we have lost: never of a disk. */
const notOfFiles =
  `E2BIG EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EALREADY EBADF ECANCELED ECHILD ECONNABORTED ECONNREFUSED
  ECONNRESET EDESTADDRREQ EDOM EFAULT EIDRM EINPROGRESS EISCONN EMSGSIZE EMULTIHOP ENETRESET ENOBUFS ENODATA ENOEXEC ENOMSG
  ENOPROTOOPT ENOSR ENOSTR ENOTSOCK ENOTTY EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE ESPIPE ESRCH ETIME`.split(
    /\s+/u,
  )

test('every error code of SQLite has its words, or is known to be a mistake of ours', () => {
  expect(primary.length).toBe(26)
  expect(primary.filter((code) => !Object.hasOwn(sqliteReasons, code))).toEqual([])
  expect(extended.length).toBeGreaterThan(60)
  for (const { name, base } of extended)
    if (primary.includes(base) && !Object.hasOwn(sqliteReasons, name))
      expect([name, reasonOf({ code: name })]).toEqual([name, sqliteReasons[base]])
})

test('every error code that a call on a file can give has its words', () => {
  const codes = Object.keys(constants.errno).filter(
    (code) => !code.startsWith('WSA') && !notOfFiles.includes(code),
  )
  expect(codes.length).toBeGreaterThan(30)
  expect(codes.filter((code) => !Object.hasOwn(fileReasons, code))).toEqual([])
})

test.each(
  Object.entries({ ...fileReasons, ...sqliteReasons }).flatMap(([code, reason]) => (reason ? [code] : [])),
)('%s is told in whole sentences: what happened, what was kept, what to do', (code) => {
  const trouble = troubleOf(Object.assign(new Error('never shown'), { code }))
  expect(trouble.code).toMatch(/^[a-z]+(-[a-z]+)*$/u)
  expect(trouble.message).toMatch(
    /^That was not done: [a-z][a-z ,-]+\. Everything that was shown as saved before is kept\.$/u,
  )
  expect(trouble.advice).toMatch(/^[A-Z][^.]*\.( [A-Z][^.]*\.)*$/u)
  expect(trouble.message + trouble.advice).not.toMatch(/never shown|[A-Z]{3}|errno|SQL/u)
})

test('real refusals of SQLite and of the file system are known', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-words-'))
  const caught = (attempt: () => unknown) => {
    try {
      return attempt()
    } catch (error) {
      return reasonOf(error)?.code
    }
  }
  const path = join(folder, 'file')
  writeFileSync(path, 'x'.repeat(4096))
  expect(caught(() => readFileSync(join(folder, 'none')))).toBe('not-there')
  expect(caught(() => readFileSync(folder))).toBe('is-folder')
  expect(caught(() => readFileSync(join(path, 'in')))).toBe('not-there')
  expect(caught(() => writeFileSync(join(folder, 'n'.repeat(300)), ''))).toBe('name-too-long')
  expect(caught(() => new Database(path).pragma('user_version'))).toBe('case-damaged')
  expect(caught(() => new Database(folder))).toBe('not-there')
  const small = new Database(join(folder, 'small.ligature'))
  small.exec('CREATE TABLE one (two TEXT); PRAGMA max_page_count = 2')
  expect(caught(() => small.exec('INSERT INTO one VALUES (zeroblob(100000))'))).toBe('disk-full')
  expect(caught(() => small.exec('INSERT INTO three VALUES (1)'))).toBeUndefined()
  small.close()
  rmSync(folder, { recursive: true })
})
