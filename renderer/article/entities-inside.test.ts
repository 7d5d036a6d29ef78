import { expect, test } from 'vitest'
import type { EntityRow } from '../../preload/contract/network.ts'
import { namedIn } from './entities-inside.ts'

const entity = (id: string, name: string, aliases = '') => ({ id, name, aliases }) as EntityRow

test('names are found as whole words, in any case, also by other names', () => {
  const entities = [
    entity('iran', 'Iran'),
    entity('kerman', 'Kerman'),
    entity('isk', 'Islamic State Khorasan', 'ISIS-K\nISKP'),
    entity('is', 'IS'),
  ]
  const words = 'isis-k attacked an Iranian crowd in Kerman'
  expect(namedIn(words, entities)).toEqual([
    { id: 'kerman', at: 36 },
    { id: 'isk', at: 0 },
  ])
})
