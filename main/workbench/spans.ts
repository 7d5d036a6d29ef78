/** Passages of one article, to be asked which stand to others. Offsets are UTF-16 code units, end exclusive. */
export interface Span {
  start: number
  end: number
}

/** Spans sorted once, so that each question costs one search in them. */
export class Spans {
  private readonly starts: number[]
  /** The furthest end of the spans up to each. */
  private readonly ends: number[]

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((a, b) => a.start - b.start)
    this.starts = sorted.map(({ start }) => start)
    let furthest = -1
    this.ends = sorted.map(({ end }) => {
      furthest = Math.max(furthest, end)
      return furthest
    })
  }

  /** Whether any has words in common with `start` to `end`. */
  overlaps(start: number, end: number): boolean {
    return (this.endBefore(end) ?? -1) > start
  }

  /** Whether any holds all of `start` to `end`. */
  hold(start: number, end: number): boolean {
    return (this.endBefore(start + 1) ?? -1) >= end
  }

  /** Whether any begins at `offset` or after it. */
  beginAfter(offset: number): boolean {
    return (this.starts.at(-1) ?? -1) >= offset
  }

  /** The furthest end of those that start before `offset`. */
  private endBefore(offset: number): number | undefined {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return this.ends[low - 1]
  }
}
