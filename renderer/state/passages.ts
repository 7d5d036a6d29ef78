import type { AnnotationRow } from '../../preload/contract/annotate.ts'

export function readingOrder(a: AnnotationRow, b: AnnotationRow): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id === b.id ? 0 : 1)
}

/** Passages that follow each other. `furthest` is the end that reaches furthest among them. */
interface Run {
  passages: readonly AnnotationRow[]
  furthest: number
}

/** A run is cut in two when it has grown to twice this. */
const usual = 256

/**
 * The passages of one article in reading order (by start, the longer first where two start together), and which of them touch a
 * stretch of its text. They stand in runs, so that a search skips those that end before it, and the next version shares all but one
 * with this one: a step costs the same in an article with 50,000 passages as in one with 100.
 */
export class Passages {
  private readonly runs: readonly Run[]
  private all: readonly AnnotationRow[] | null = null

  private constructor(runs: readonly Run[]) {
    this.runs = runs
  }

  static of(annotations: readonly AnnotationRow[]): Passages {
    return new Passages(cut([...annotations].sort(readingOrder)))
  }

  /** Each change is a row as it was and as it is; undefined where it was not or is no longer. */
  with(
    changes: Iterable<readonly [before: AnnotationRow | undefined, now: AnnotationRow | undefined]>,
  ): Passages {
    const runs = [...this.runs]
    const put = (at: number, passages: AnnotationRow[]) =>
      runs.splice(at, at < runs.length ? 1 : 0, ...cut(passages))
    for (const [before, now] of changes)
      for (const [row, isGone] of [
        [before, true],
        [now, false],
      ] as const) {
        if (!row) continue
        const at = placeIn(runs, ({ passages }) => readingOrder(passages.at(-1) as AnnotationRow, row) < 0)
        const passages = [...(runs[at] ?? runs[at - 1] ?? none).passages]
        const place = placeIn(passages, (each) => readingOrder(each, row) < 0)
        passages.splice(place, isGone ? 1 : 0, ...(isGone ? [] : [row]))
        // After the last of all: it joins the last run.
        put(at < runs.length ? at : Math.max(0, at - 1), passages)
      }
    return new Passages(runs)
  }

  /** Those with a letter between two offsets, in reading order. */
  touching(start: number, end: number): AnnotationRow[] {
    const found: AnnotationRow[] = []
    for (const { passages, furthest } of this.runs) {
      if (furthest <= start) continue
      for (const annotation of passages) {
        if (annotation.start >= end) return found
        if (annotation.end > start) found.push(annotation)
      }
    }
    return found
  }

  get inOrder(): readonly AnnotationRow[] {
    this.all ??= this.runs.flatMap(({ passages }) => passages)
    return this.all
  }
}
const none: Run = { passages: [], furthest: 0 }

function cut(passages: readonly AnnotationRow[]): Run[] {
  const count =
    passages.length < 2 * usual ? Math.min(1, passages.length) : Math.ceil(passages.length / usual)
  const size = Math.ceil(passages.length / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => {
    const own = passages.slice(index * size, (index + 1) * size)
    return { passages: own, furthest: own.reduce((most, { end }) => Math.max(most, end), 0) }
  }).filter((run) => run.passages.length > 0)
}

/** How many at the beginning of a list in order come before. */
function placeIn<Each>(list: readonly Each[], comesBefore: (each: Each) => boolean): number {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (comesBefore(list[middle] as Each)) from = middle + 1
    else to = middle
  }
  return from
}
