import { describe, expect, test } from 'vitest'
import type { EntityRow } from '../../preload/contract/network.ts'
import { findEntities } from './find-entities.ts'

const entity = (name: string, ...aliases: string[]) =>
  ({ id: name, name, aliases: aliases.join('\n') }) as EntityRow
const known = [
  entity('Sirajuddin Haqqani', 'Khalifa'),
  entity('Islamic State', 'ISIS', 'Daesh'),
  entity('Islamic State Khorasan', 'ISIS-K'),
  entity('Taliban'),
]
const names = (query: string) => {
  const { likely, others } = findEntities(known, query)
  return { likely: likely.map(({ name }) => name), others: others.map(({ name }) => name) }
}

describe('the entity that selected or typed words mean', () => {
  test.each([
    ['Haqqani', 'Sirajuddin Haqqani'],
    ['khalifa', 'Sirajuddin Haqqani'],
    ['the Taliban', 'Taliban'],
    ['ISIS-K’s', 'Islamic State Khorasan'],
    ['Islamic State', 'Islamic State'],
  ])('%s: %s', (words, name) => {
    expect(names(words).likely[0]).toBe(name)
  })

  test('is none of those whose name only stands inside the words: they can be reached, a new one comes first', () => {
    expect(names('Islamic State in Somalia')).toEqual({ likely: [], others: ['Islamic State'] })
    expect(names('liban')).toEqual({ likely: [], others: ['Taliban'] })
  })
})
