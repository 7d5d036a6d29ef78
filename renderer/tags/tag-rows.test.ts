import { describe, expect, test } from 'vitest'
import { noRows, type Rows } from '../state/store.ts'
import { branchOf, countsOf, linesOf } from './tag-rows.ts'
import type { TagsView } from './tags-view.ts'

const view: TagsView = { order: 'name', setId: null, words: '', collapsed: new Set(), chosen: null }

/** Tags as `name > parent`, and taggings as `passage: tag`. */
function rowsWith(tags: string[], taggings: string[] = []): Rows {
  const tag = tags.map((line) => {
    const [id = '', parentId = null] = line.split(' > ')
    return { id, name: id, color: 1, description: '', createdAt: '', parentId, pin: 0 }
  })
  const tagging = taggings.map((line) => {
    const [annotationId = '', tagId = ''] = line.split(': ')
    return { id: line, annotationId, tagId }
  })
  const mapOf = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]))
  return { ...noRows, tag: mapOf(tag), tagging: mapOf(tagging) }
}
const shown = (rows: Rows, how: Partial<TagsView> = {}) =>
  linesOf(rows, { ...view, ...how }).map(({ tag, level }) => `${'. '.repeat(level - 1)}${tag.name}`)

const tags = ['bomb > attack', 'attack', 'car > bomb', 'law', 'siege > attack']

describe('the tags of a case', () => {
  test('stand as a tree, by name, by use with all below them, or as they were made', () => {
    const rows = rowsWith(tags, ['1: law', '2: law', '1: siege', '2: siege', '3: car'])
    expect(shown(rows)).toEqual(['attack', '. bomb', '. . car', '. siege', 'law'])
    expect(shown(rows, { order: 'use' })).toEqual(['attack', '. siege', '. bomb', '. . car', 'law'])
  })

  test('a passage that has a tag and one below it counts once for the upper one', () => {
    const counts = countsOf(rowsWith(tags, ['1: attack', '1: car', '2: car', '3: siege']))
    expect(Object.fromEntries(counts)).toMatchObject({
      attack: { own: 1, all: 3 },
      bomb: { own: 0, all: 2 },
      car: { own: 2, all: 2 },
      law: { own: 0, all: 0 },
    })
  })

  test('can be folded, and what is looked for is found in a fold, below what it stands below', () => {
    const rows = rowsWith(tags)
    const collapsed = new Set(['attack'])
    expect(shown(rows, { collapsed })).toEqual(['attack', 'law'])
    expect(shown(rows, { collapsed, words: 'CAR' })).toEqual(['attack', '. bomb', '. . car'])
    expect(linesOf(rows, { ...view, words: 'car' }).map(({ isAside }) => isAside)).toEqual([
      true,
      true,
      false,
    ])
  })

  test('that go round in a circle, in a case from elsewhere, are all shown, and once', () => {
    const rows = rowsWith(['a > b', 'b > c', 'c > a', 'd > a', 'e > gone'], ['1: a', '2: c'])
    expect(
      shown(rows)
        .map((line) => line.replaceAll('. ', ''))
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(countsOf(rows).get('a')?.all).toBe(2)
    expect([...branchOf(rows, 'a')]).toContain('d')
  })

  test('nested thousands deep are counted without an overflow', () => {
    const deep = Array.from({ length: 3000 }, (_, index) => (index ? `${index} > ${index - 1}` : '0'))
    expect(countsOf(rowsWith(deep, ['1: 2999'])).get('0')).toEqual({ own: 0, all: 1 })
  })
})
