import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillCase } from '../../e2e/fixtures/fill-case.ts'
import { allArticles } from '../case-file/articles.ts'
import { openCase } from '../case-file/open-case.ts'
import { keepSettings } from '../settings.ts'
import type { Desk } from './desk.ts'
import { readSettings, rememberPlace } from './reading-place.ts'

test('the places of the 500 articles read last are remembered, in the settings and for the next start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ligature-place-'))
  const path = join(folder, 'settings.json')
  const one = openCase(join(folder, 'Lume.ligature'), { create: true })
  fillCase(one)
  const [first = '', second = ''] = allArticles(one.read).map(({ id }) => id)
  const desk = { case: one, settings: keepSettings(path, () => {}) } as Desk
  const older = Array.from({ length: 499 }, (_, n) => [`a${n}`, n])
  desk.settings.change({ places: Object.fromEntries([[first, 7], ...older]) })
  rememberPlace(desk, { articleId: first, offset: 70 })
  rememberPlace(desk, { articleId: second, offset: 5 })
  const { places } = readSettings({ settings: keepSettings(path, () => {}) } as Desk)
  expect(Object.keys(places)).toHaveLength(500)
  expect([places[first], places.a0, places.a1, places[second]]).toEqual([70, undefined, 1, 5])
  one.close()
  rmSync(folder, { recursive: true })
})
