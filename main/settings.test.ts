import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepSettings } from './settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ligature-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const quiet = () => {}
const defaults = {
  theme: 'system',
  reading: { size: 18, leading: 1.62, measure: 62 },
  board: { nodeSize: 'fixed', measure: 'none' },
  places: {},
  lastCase: null,
  window: null,
}

test('what was chosen is there at the next start, and is told at once', () => {
  const path = join(folder, 'not', 'yet', 'settings.json')
  const told: string[] = []
  const settings = keepSettings(path, (now) => told.push(now.theme))
  expect(settings.now).toEqual(defaults)
  settings.change({ theme: 'dark' })
  settings.change({ lastCase: 'a.ligature' })
  expect(told).toEqual(['dark', 'dark'])
  expect(keepSettings(path, quiet).now).toEqual({ ...defaults, theme: 'dark', lastCase: 'a.ligature' })
})

test.each(['', '{"theme":', 'null', '[]', '"dark"'])(
  'damaged settings (%j) count as none, and can be changed',
  (text) => {
    const path = join(folder, 'settings.json')
    writeFileSync(path, text)
    const settings = keepSettings(path, quiet)
    expect(settings.now).toEqual(defaults)
    settings.change({ theme: 'light' })
    expect(keepSettings(path, quiet).now.theme).toBe('light')
  },
)

test('one value that makes no sense does not cost the others', () => {
  const path = join(folder, 'settings.json')
  writeFileSync(path, JSON.stringify({ theme: 'pink', lastCase: 'a.ligature', window: { x: 'left' } }))
  expect(keepSettings(path, quiet).now).toEqual({ ...defaults, lastCase: 'a.ligature' })
})

test('settings that cannot be written hold until the end of this run, and stop nothing', () => {
  const path = join(folder, 'settings.json')
  mkdirSync(path)
  const told: string[] = []
  const settings = keepSettings(path, (now) => told.push(now.theme))
  settings.change({ theme: 'dark' })
  expect([settings.now.theme, ...told]).toEqual(['dark', 'dark'])
})
