import { diffArrays } from 'diff'
import { align, linesOf, type Run, wordsOf } from './align.ts'

interface Span {
  start: number
  end: number
}

/** Where a passage stands in the new text. Sure: the same words in the same surroundings, and no others like them. */
export type Found = ({ fate: 'sure' | 'moved' } & Span) | { fate: 'lost' }

/** Code units that must be the same on either side of a passage, unless its line ends there: what tells repeats apart. */
const LEAST_CONTEXT = 12
const CONTEXT = 32
/** Share of letters that words have in common with those they took the place of. */
const ALIKE = 0.6
const HARDLY_ALIKE = 0.4
/** The longest quote whose letters are compared, in code units, and how many places of one quote are. */
const LONGEST_COMPARED = 1500
const MOST_PLACES = 50

/**
 * Says of passages of one text where they stand in another version of it. Whatever is not sure is for a person to decide: a
 * wrong "moved" costs a look, a wrong "sure" puts somebody's note on words it was not written for.
 */
export function fatesIn(before: string, after: string, spans: Span[]): Found[] {
  const runs = align(before, after)
  const counts = [before, after].map(countLines)
  return spans.map((span) => {
    const run = runs[indexBefore(runs, span.start)]
    const isWhole = run !== undefined && span.end <= run.before + run.length
    if (run && isWhole && isSure(before, after, span, run, counts)) {
      const shift = run.after - run.before
      return { fate: 'sure', start: span.start + shift, end: span.end + shift }
    }
    return movedTo(before, after, span, runs)
  })
}

function isSure(before: string, after: string, span: Span, run: Run, counts: Map<string, number>[]): boolean {
  const [from, to] = [run.before, run.before + run.length]
  const shift = run.after - run.before
  const isStart = (text: string, at: number) => at === 0 || text[at - 1] === '\n'
  const isEnd = (text: string, at: number) => at === text.length || text[at] === '\n'
  const left = span.start - from >= LEAST_CONTEXT || (isStart(before, from) && isStart(after, from + shift))
  const right = to - span.end >= LEAST_CONTEXT || (isEnd(before, to) && isEnd(after, to + shift))
  if (!left || !right) return false
  const lineFrom = before.lastIndexOf('\n', span.start - 1) + 1
  const lineTo = before.indexOf('\n', span.end - 1) + 1 || before.length
  if (from <= lineFrom && to >= lineTo) {
    const line = before.slice(lineFrom, lineTo)
    if (counts.every((count) => count.get(line) === 1)) return true
  }
  return [CONTEXT, CONTEXT * 8].some((context) => {
    const words = before.slice(Math.max(from, span.start - context), Math.min(to, span.end + context))
    return isOnce(before, words) && isOnce(after, words)
  })
}

function isOnce(text: string, words: string): boolean {
  const at = text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) === -1
}

function movedTo(before: string, after: string, span: Span, runs: Run[]): Found {
  const quote = before.slice(span.start, span.end)
  const place = trimmed(after, {
    start: mapStart(runs, span.start),
    end: mapEnd(runs, span.end, after.length),
  })
  const words = after.slice(place.start, place.end)
  const alike = likeness(quote, words)
  if (alike >= ALIKE) return { fate: 'moved', ...place }
  const same = nearest(before, after, span, place.start)
  if (same !== null) return { fate: 'moved', start: same, end: same + quote.length }
  return alike >= HARDLY_ALIKE ? { fate: 'moved', ...place } : { fate: 'lost' }
}

/** Where the same words stand elsewhere: in the surroundings most like those they had, else nearest. */
function nearest(before: string, after: string, { start, end }: Span, near: number): number | null {
  const quote = before.slice(start, end)
  let best: { at: number; context: number; far: number } | null = null
  for (
    let at = after.indexOf(quote), n = 0;
    at >= 0 && n < MOST_PLACES;
    at = after.indexOf(quote, at + 1), n++
  ) {
    const context = sameBehind(before, start, after, at) + sameAhead(before, end, after, at + quote.length)
    const far = Math.abs(at - near)
    if (!best || context > best.context || (context === best.context && far < best.far))
      best = { at, context, far }
  }
  return best?.at ?? null
}

function sameBehind(a: string, atA: number, b: string, atB: number): number {
  let same = 0
  while (same < CONTEXT && atA - same > 0 && atB - same > 0 && a[atA - same - 1] === b[atB - same - 1]) same++
  return same
}

function sameAhead(a: string, atA: number, b: string, atB: number): number {
  let same = 0
  while (same < CONTEXT && atA + same < a.length && atB + same < b.length && a[atA + same] === b[atB + same])
    same++
  return same
}

/** Share of the letters of both that they have in common, in order; 0 where they are too long or too different to tell. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '' || b.length > a.length * 3 + 40) return 0
  const isLong = a.length > LONGEST_COMPARED
  const parts = isLong ? wordsOf : (text: string) => [...text]
  const changes = diffArrays(parts(a), parts(b), { maxEditLength: LONGEST_COMPARED })
  if (!changes) return 0
  let same = 0
  for (const { value, added, removed } of changes) if (!added && !removed) same += value.join('').length
  return (2 * same) / (a.length + b.length)
}

/** The last run that begins at or before an offset of the old text; -1 where none does. */
function indexBefore(runs: Run[], at: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.before ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where an offset of the old text stands in the new; within what was taken out, where that stood. */
function mapStart(runs: Run[], at: number): number {
  const run = runs[indexBefore(runs, at)]
  return run ? run.after + Math.min(at - run.before, run.length) : 0
}

function mapEnd(runs: Run[], at: number, length: number): number {
  const index = indexBefore(runs, at - 1)
  const run = runs[index]
  if (run && at <= run.before + run.length) return run.after + at - run.before
  return runs[index + 1]?.after ?? length
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/u.test(text[start] ?? '')) start++
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--
  return { start, end }
}

function countLines(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of linesOf(text)) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}
