import type { AnnotationRow } from '../../preload/contract/annotate.ts'

export function readingOrder(a: AnnotationRow, b: AnnotationRow): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id === b.id ? 0 : 1)
}

/** How many passages one look at `furthest` can skip. */
const run = 256

/**
 * The passages of one article in reading order (by start, the longer first where two start together), and which of them touch a
 * stretch of its text. It never changes: `with` answers the next version, for the cost of one copy of the list.
 */
export class Passages {
  readonly inOrder: readonly AnnotationRow[]
  /** The furthest end in each run of passages: one that covers the whole text makes no search slow but that of its own run. */
  private readonly furthest: number[] = []

  private constructor(inOrder: readonly AnnotationRow[]) {
    this.inOrder = inOrder
    for (let at = 0; at < inOrder.length; at += run) {
      let most = 0
      const end = Math.min(inOrder.length, at + run)
      for (let index = at; index < end; index++) most = Math.max(most, (inOrder[index] as AnnotationRow).end)
      this.furthest.push(most)
    }
  }

  static of(annotations: readonly AnnotationRow[]): Passages {
    return new Passages([...annotations].sort(readingOrder))
  }

  /** Each change is a row as it was and as it is; undefined where it was not or is no longer. */
  with(
    changes: Iterable<readonly [before: AnnotationRow | undefined, now: AnnotationRow | undefined]>,
  ): Passages {
    const list = [...this.inOrder]
    for (const [before, now] of changes) {
      if (before) list.splice(placeOf(list, before), 1)
      if (now) list.splice(placeOf(list, now), 0, now)
    }
    return new Passages(list)
  }

  /** Those with a letter between two offsets, in reading order. */
  touching(start: number, end: number): AnnotationRow[] {
    const found: AnnotationRow[] = []
    for (const [index, furthest] of this.furthest.entries()) {
      if (furthest <= start) continue
      for (const annotation of this.inOrder.slice(index * run, (index + 1) * run)) {
        if (annotation.start >= end) return found
        if (annotation.end > start) found.push(annotation)
      }
    }
    return found
  }
}

/** Where in a list in reading order an annotation stands, or would. */
function placeOf(list: readonly AnnotationRow[], annotation: AnnotationRow): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (readingOrder(list[middle] as AnnotationRow, annotation) < 0) from = middle + 1
    else to = middle
  }
  return from
}
