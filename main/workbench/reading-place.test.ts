import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepSettings } from '../settings.ts'
import type { Desk } from './desk.ts'
import { readSettings, rememberPlace } from './reading-place.ts'

test('the places of the 500 articles read last are remembered, in the settings and for the next start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-place-'))
  const path = join(folder, 'settings.json')
  const desk = { settings: keepSettings(path, () => {}) } as Desk
  desk.settings.change({ places: Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`a${n}`, n])) })
  rememberPlace(desk, { articleId: 'a0', offset: 70 })
  rememberPlace(desk, { articleId: 'new', offset: 5 })
  const { places } = readSettings({ settings: keepSettings(path, () => {}) } as Desk)
  expect(Object.keys(places)).toHaveLength(500)
  expect([places.a0, places.a1, places.a2, places.new]).toEqual([70, undefined, 2, 5])
  rmSync(folder, { recursive: true })
})
