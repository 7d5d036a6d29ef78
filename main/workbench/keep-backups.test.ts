import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fillCase } from '../../e2e/fixtures/fill-case.ts'
import type { Trouble } from '../../preload/contract/trouble.ts'
import { insertArticle } from '../case-file/articles.ts'
import { digestOf } from '../case-file/digest.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { proven } from '../case-file/proven-copy.ts'
import { insertTag } from '../case-file/tags.ts'
import { type BackupFile, backupName, listBackups, needless, rowsIn } from './backup-files.ts'
import type { Desk } from './desk.ts'
import { backUp, keepBackups } from './keep-backups.ts'

let filled = ''
beforeAll(() => {
  filled = join(mkdtempSync(join(tmpdir(), 'ligature-filled-')), 'Lume.ligature')
  const one = openCase(filled, { create: true })
  fillCase(one)
  one.close()
})
afterAll(() => rmSync(dirname(filled), { recursive: true }))

let root = ''
let one: OpenCase
let desk: Desk
let told: Trouble[]
const folder = () => join(desk.backups, one.info().id)
const files = () => readdirSync(folder()).sort()
const tag = (name: string) => one.step((db) => ({ label: 'Tag', value: insertTag(db, name) }))
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T14:05:33Z') })
  root = mkdtempSync(join(tmpdir(), 'ligature-backups-'))
  copyFileSync(filled, join(root, 'Lume.ligature'))
  one = openCase(join(root, 'Lume.ligature'))
  told = []
  const tell = (name: string, value: unknown) => name === 'trouble' && told.push(value as Trouble)
  desk = { case: one, backups: join(root, 'backups'), tell } as unknown as Desk
})
afterEach(() => {
  vi.useRealTimers()
  one.close()
  rmSync(root, { recursive: true })
})
const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)

describe('a backup', () => {
  test('holds every row of the case, history and all, and its name says when and of what', async () => {
    expect(await backUp(desk)).toBe(true)
    expect(files()).toEqual(['2026-11-24T14-05-33Z Lume.ligature'])
    expect(proven(join(folder(), String(files()[0])))).toEqual(digestOf(one.read))
  })

  test('is made anew only where something changed', async () => {
    await backUp(desk)
    later(60)
    await backUp(desk)
    expect(files()).toHaveLength(1)
    tag('more')
    await backUp(desk)
    expect(files()).toEqual(['2026-11-24T14-05-33Z Lume.ligature', '2026-11-24T15-05-33Z Lume.ligature'])
  })

  test('gives way to a person who works on: then nothing half-proven is left, and the next try holds it all', async () => {
    // So many words that reading them takes more than one turn of the loop.
    const text = 'words of a long article '.repeat(100_000)
    const known = { byline: '', publisher: '', publishedOn: '', source: '', language: 'en' }
    const content = { text, blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length }] }
    one.step((db) => ({
      label: 'Add',
      value: insertArticle(db, { title: 'Long', direction: 'ltr', ...known }, content),
    }))
    const making = backUp(desk)
    const working = setInterval(() => tag(`${Math.random()}`), 5)
    expect(await making).toBe(false)
    clearInterval(working)
    expect(files()).toEqual([])
    expect(await backUp(desk)).toBe(true)
    expect(proven(join(folder(), String(files()[0])))).toEqual(digestOf(one.read))
  }, 20_000)

  test('that is cut off when the case is closed leaves nothing', async () => {
    const making = one.backUpTo(join(root, 'cut off'))
    one.close()
    expect(await making).toBe(false)
    expect(readdirSync(root)).not.toContain('cut off.part')
    one = openCase(one.path)
  })

  test('of damaged words is refused, and says which', async () => {
    one.read.one({
      text: 'UPDATE note SET body = replace(body, ?, ?) RETURNING id',
      values: ['Guild', 'Gulld'],
    })
    await expect(backUp(desk)).rejects.toThrow(/the note of \d{4}-\d\d-\d\d are damaged/u)
    expect(files()).toEqual([])
  })

  test('leaves the case locked against other programs', async () => {
    await backUp(desk)
    const script = `require('better-sqlite3')(process.argv[1], { timeout: 50 }).prepare('SELECT id FROM about').get()`
    const other = spawnSync(process.execPath, ['-e', script, one.path], { encoding: 'utf8' })
    expect(other.stderr).toContain('SQLITE_BUSY')
  })
})

describe('backups come by themselves', () => {
  test('after opening, and again after a change', async () => {
    const stop = keepBackups(desk, { first: 1, every: 5, again: 5 })
    await vi.waitFor(() => expect(files()).toEqual(['2026-11-24T14-05-33Z Lume.ligature']))
    later(60)
    tag('more')
    await vi.waitFor(() => expect(files().at(-1)).toBe('2026-11-24T15-05-33Z Lume.ligature'))
    stop()
    expect(told).toEqual([])
  })

  test('and where they cannot be written, it is said once', async () => {
    writeFileSync(desk.backups, 'a file where the folder should be')
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const stop = keepBackups(desk, { first: 1, every: 1, again: 1 })
    await vi.waitFor(() => expect(said.mock.calls.length + told.length).toBeGreaterThan(1))
    await new Promise((done) => setTimeout(done, 30))
    stop()
    said.mockRestore()
    expect(told).toEqual([expect.objectContaining({ code: 'backup-failed' })])
  })
})

describe('of many backups', () => {
  const now = Date.parse('2026-11-24T14:05:33Z')
  const backup = fc
    .record({
      hours: fc.double({ min: 0, max: 2400, noNaN: true }),
      rows: fc.option(fc.nat({ max: 6 }), { nil: null }),
    })
    .map(({ hours, rows }): BackupFile => {
      const at = new Date(now - hours * 3_600_000)
      const contents =
        rows === null ? null : ({ counts: { note: rows } } as unknown as BackupFile['contents'])
      return { fileName: backupName('Lume', at), at: at.toISOString(), size: 1, contents }
    })
  const readable = (backups: BackupFile[]) => backups.filter(({ contents }) => contents !== null)

  test('the newest ten stay, and one of each day of the last thirty, and none goes in favour of a smaller one', () => {
    fc.assert(
      fc.property(fc.array(backup, { maxLength: 60 }), (backups) => {
        const gone = new Set(needless(backups, now))
        const kept = readable(backups.filter((each) => !gone.has(each)))
        const newest = readable(backups)
          .sort((a, b) => b.at.localeCompare(a.at))
          .slice(0, 10)
        for (const each of newest) expect(kept).toContain(each)
        for (const each of readable(backups)) {
          const sameDay = kept.filter(
            ({ at }) => new Date(at).toDateString() === new Date(each.at).toDateString(),
          )
          const isRecent = now - Date.parse(each.at) < 30 * 86_400_000
          const covers = (other: BackupFile) => rowsIn(other) >= rowsIn(each)
          expect((isRecent ? sameDay : kept).some(covers)).toBe(true)
        }
        expect(kept.length).toBeLessThanOrEqual(10 + 31 + 1)
        if (kept.length === 0) expect(gone.size).toBe(0)
      }),
    )
  })

  test('one that cannot be read is listed as such and goes only when it is old, and while others can be', async () => {
    await backUp(desk)
    writeFileSync(join(folder(), '2026-11-20T00-00-00Z Lume.ligature'), 'half')
    writeFileSync(join(folder(), '2026-09-20T00-00-00Z Lume.ligature'), 'half')
    writeFileSync(join(folder(), 'letter.txt'), 'not ours')
    const listed = await listBackups(folder())
    expect(listed.map(({ contents }) => contents?.counts.note ?? null)).toEqual([5, null, null])
    expect(needless(listed).map(({ fileName }) => fileName)).toEqual(['2026-09-20T00-00-00Z Lume.ligature'])
    expect(needless(listed.slice(1))).toEqual([])
  })
})
