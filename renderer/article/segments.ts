import type { Mark } from '../state/marks.ts'

/** A run of words that the same marks cover. Offsets are UTF-16 code units of the article's text. */
export interface Segment {
  start: number
  end: number
  marks: Mark[]
}

/**
 * Cuts a block at the edges of its marks, which come in reading order. Every word of the block is in exactly one segment, so the page
 * shows the text as it is, however passages overlap.
 */
export function segmentsOf(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const cuts = new Set([start, end])
  for (const { annotation } of marks) {
    if (annotation.start > start && annotation.start < end) cuts.add(annotation.start)
    if (annotation.end > start && annotation.end < end) cuts.add(annotation.end)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  let open: Mark[] = []
  let next = 0
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end
    open = open.filter(({ annotation }) => annotation.end > from)
    for (let mark = marks[next]; mark && mark.annotation.start < to; mark = marks[++next])
      if (mark.annotation.end > from) open.push(mark)
    return { start: from, end: to, marks: [...open] }
  })
}
