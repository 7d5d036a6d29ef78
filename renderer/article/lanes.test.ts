import { expect, test } from 'vitest'
import type { TagRow } from '../../preload/contract/annotate.ts'
import type { Mark } from '../state/marks.ts'
import { lanesOf } from './lanes.ts'

const mark = (id: string, start: number, end: number, ...tags: string[]) =>
  ({
    annotation: { id, start, end },
    tags: tags.map((tag) => ({ id: tag }) as TagRow),
    notes: [],
    evidence: [],
    entity: null,
  }) as unknown as Mark
const lines = (...marks: Mark[]) =>
  Object.fromEntries(
    [...lanesOf(marks)].map(([id, lanes]) => [id, lanes.map(({ tag, at }) => `${tag.id} ${at}`)]),
  )

test('a passage alone has a line for each tag after the first, whose colour its words have', () => {
  expect(lines(mark('a', 0, 9, 'x'), mark('b', 9, 20, 'x', 'y', 'z'), mark('c', 10, 12))).toEqual({
    a: [],
    b: ['y 0', 'z 1'],
  })
})

test('passages that overlap have a line each, the longer ones below; what does not overlap shares a height', () => {
  const marks = [
    mark('long', 0, 90, 'l'),
    mark('one', 5, 20, 'x'),
    mark('other', 18, 40, 'y'),
    mark('far', 60, 70, 'z'),
  ]
  expect(lines(...marks)).toEqual({ one: ['x 0'], other: ['y 1'], far: ['z 0'], long: ['l 2'] })
})

test('no more lines than there is room for: the longest go without', () => {
  const nested = [1, 2, 3, 4, 5, 6].map((size) => mark(`m${size}`, 0, size * 10, `t${size}`))
  expect(lines(...nested)).toMatchObject({ m1: ['t1 0'], m4: ['t4 3'], m5: [], m6: [] })
})
