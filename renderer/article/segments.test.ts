import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from '../state/marks.ts'
import { readingOrder } from '../state/passages.ts'
import { segmentsOf } from './segments.ts'

const mark = (start: number, end: number): Mark => ({
  annotation: {
    id: `${start}-${end}`,
    articleId: 'a',
    start,
    end,
    quote: '',
    prefix: '',
    suffix: '',
    entityId: null,
    createdAt: '',
  },
  tags: [],
  notes: [],
  evidence: [],
  entity: null,
})

test('a block without marks is one segment', () => {
  expect(segmentsOf(10, 20, [])).toEqual([{ start: 10, end: 20, marks: [] }])
})

test('where two passages overlap, the words between belong to both', () => {
  const segments = segmentsOf(0, 10, [mark(1, 6), mark(4, 12)])
  expect(segments.map(({ start, end, marks }) => [start, end, marks.length])).toEqual([
    [0, 1, 0],
    [1, 4, 1],
    [4, 6, 2],
    [6, 10, 1],
  ])
})

test('however passages overlap, each word is shown once, in order, with just the marks that cover it', () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => mark(start, start + length))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (marks) => {
      const inOrder = marks.sort((a, b) => readingOrder(a.annotation, b.annotation))
      const segments = segmentsOf(20, 50, inOrder)
      expect(segments[0]?.start).toBe(20)
      expect(segments.at(-1)?.end).toBe(50)
      for (const [index, segment] of segments.entries()) {
        expect(segment.end).toBeGreaterThan(segment.start)
        if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end)
        for (let at = segment.start; at < segment.end; at++)
          expect(segment.marks).toEqual(
            marks.filter(({ annotation }) => annotation.start <= at && at < annotation.end),
          )
      }
    }),
  )
})
