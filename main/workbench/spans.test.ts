import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Spans } from './spans.ts'

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
  .map(([start, size]) => ({ start, end: start + size }))

test('what spans stand to is what looking at each of them says', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), span, (all, { start, end }) => {
      const spans = new Spans(all)
      expect(spans.overlaps(start, end)).toBe(all.some((each) => each.start < end && each.end > start))
      expect(spans.hold(start, end)).toBe(all.some((each) => each.start <= start && each.end >= end))
      expect(spans.beginAfter(end)).toBe(all.some((each) => each.start >= end))
    }),
  )
})
