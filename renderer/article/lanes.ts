import type { TagRow } from '../../preload/contract/annotate.ts'
import type { Mark } from '../state/marks.ts'

/** How many lines can stand below words before they reach those of the next line. */
export const mostLanes = 4

export interface Lane {
  tag: TagRow
  /** 0 is next to the words. */
  at: number
}

/**
 * The lines below the words of a block, by annotation. A passage alone is a wash of its first tag, and a line of each other one.
 * Where tagged passages overlap, the wash is the innermost one's, so that each has a line of its own too, at one height from its
 * beginning to its end: the eye can follow it through the others. The longest lies lowest, as a bracket around the others.
 */
export function lanesOf(marks: readonly Mark[]): ReadonlyMap<string, readonly Lane[]> {
  const lanes = new Map<string, Lane[]>()
  /** What each lane holds already. */
  const taken: { start: number; end: number }[][] = Array.from({ length: mostLanes }, () => [])
  const tagged = marks
    .filter(({ tags }) => tags.length > 0)
    .map((mark) => mark.annotation)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  const tagsOf = new Map(marks.map(({ annotation, tags }) => [annotation.id, tags]))
  for (const span of tagged) {
    const touches = (other: { start: number; end: number }) =>
      other.start < span.end && other.end > span.start
    const isAlone = !tagged.some((other) => other !== span && touches(other))
    const own: Lane[] = []
    for (const tag of (tagsOf.get(span.id) ?? []).slice(isAlone ? 1 : 0)) {
      const at = taken.findIndex((lane) => !lane.some(touches))
      // A fifth line is left out: the list in the margin names all.
      if (at < 0) break
      taken[at]?.push(span)
      own.push({ tag, at })
    }
    lanes.set(span.id, own)
  }
  return lanes
}
