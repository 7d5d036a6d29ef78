import type { Mark } from '../state/select.ts'

/** A run of words that the same marks cover. Offsets are UTF-16 code units of the article's text. */
export interface Segment {
  start: number
  end: number
  marks: Mark[]
}

/**
 * Cuts a block at the edges of its marks. Every word of the block is in exactly one segment, so the page shows the text as
 * it is, however passages overlap. Cost: marks times cuts of one block, both small.
 */
export function segmentsOf(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const cuts = new Set([start, end])
  for (const { annotation } of marks) {
    if (annotation.start > start && annotation.start < end) cuts.add(annotation.start)
    if (annotation.end > start && annotation.end < end) cuts.add(annotation.end)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end
    return {
      start: from,
      end: to,
      marks: marks.filter(({ annotation }) => annotation.start < to && annotation.end > from),
    }
  })
}
