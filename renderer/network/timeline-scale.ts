import { longDate } from '../../preload/contract/dates.ts'
import { dateOf, daysOf, type Span } from './dates-span.ts'

export interface Scale {
  /** The first and last day shown. */
  from: number
  to: number
  /** A long time without a date, drawn narrow so that one early date does not squeeze all the others. */
  fold: Span | null
  /** Days between an end of the line, or a fold, and the first date after it. */
  margin: number
  /** So many days would be shown if all of it were drawn as what is not folded. */
  days: number
  /** Where a day is, 0 to 1. */
  at(day: number): number
  dayAt(share: number): number
  units: Units
}

/** Days or months as numbers that follow each other: no finer than a hand can point at. */
export interface Units {
  /** The number of a day. */
  of(day: number): number
  /** As it is written in a filter. */
  dateOf(unit: number): string
}

/** Where more days than this are shown, one is less than a third of a pixel wide, and ranges are chosen by months. */
const mostDays = 1500

const days: Units = { of: Math.round, dateOf }
const months: Units = {
  of: (day) => {
    const [year, month] = dateOf(day).split('-').map(Number)
    return (year ?? 0) * 12 + (month ?? 1) - 1
  },
  dateOf: (unit) =>
    `${String(Math.floor(unit / 12)).padStart(4, '0')}-${String((unit % 12) + 1).padStart(2, '0')}`,
}

/** The part of a timeline's width that a fold takes. */
const foldShare = 0.05

/** From a little before the first day to a little after the last; null where nothing is dated. */
export function scaleOf(spans: Span[]): Scale | null {
  const named = spans.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite)
  const sorted = [...new Set(named)].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return null
  const gap = gapIn(sorted, spans)
  const rest = last - first - (gap ? gap.to - gap.from : 0)
  const margin = Math.max(3, rest * 0.03)
  const [from, to] = [Math.floor(first - margin), Math.ceil(last + margin)]
  const fold = gap && { from: gap.from + margin, to: gap.to - margin }
  const drawn = to - from - (fold ? fold.to - fold.from : 0)
  const points = [{ day: from, share: 0 }]
  if (fold) {
    const before = ((fold.from - from) / drawn) * (1 - foldShare)
    points.push({ day: fold.from, share: before }, { day: fold.to, share: before + foldShare })
  }
  points.push({ day: to, share: 1 })
  return {
    from,
    to,
    fold,
    margin,
    days: fold ? drawn / (1 - foldShare) : drawn,
    at: (day) => between(day, points, 'day', 'share'),
    dayAt: (share) => Math.round(between(share, points, 'share', 'day')),
    units: unitsOf(drawn),
  }
}

export const unitsOf = (length: number): Units => (length > mostDays ? months : days)

type Point = Record<'day' | 'share', number>

function between(value: number, points: Point[], by: keyof Point, to: keyof Point): number {
  const found = points.findIndex((point) => value < point[by])
  const at = found < 0 ? points.length - 1 : Math.max(1, found)
  const [a, b] = [points[at - 1] as Point, points[at] as Point]
  const part = Math.min(1, Math.max(0, (value - a[by]) / (b[by] - a[by])))
  return a[to] + part * (b[to] - a[to])
}

/** The longest time between two dates, if it takes up so much of all that four marks beside it have little room. */
function gapIn(sorted: number[], spans: Span[]): Span | null {
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  let gap: Span = { from: first, to: first }
  for (const [index, to] of sorted.entries()) {
    const from = sorted[index - 1] ?? to
    if (to - from > gap.to - gap.from) gap = { from, to }
  }
  const isLong = gap.to - gap.from > (last - first) * 0.4 && last - first > 60
  const after = spans.filter(({ from }) => from >= gap.to).length
  const before = spans.filter(({ to }) => to <= gap.from).length
  return isLong && Math.max(before, after) >= 4 && sorted.length > 4 ? gap : null
}

export interface Tick {
  day: number
  label: string
}

/** As many beginnings of years, months, weeks or days as there is room for; in a fold none. */
export function ticksOf(scale: Scale, most = 7): Tick[] {
  const { from, to, fold, margin } = scale
  const { begins, label } = stepsOf(scale.days, most)
  const parts = fold
    ? [
        { from, to: fold.from },
        { from: fold.to, to },
      ]
    : [{ from, to }]
  return parts.flatMap((part) => {
    const days = begins(part).filter((day) => day >= part.from && day <= part.to)
    // What stands alone on one side of a fold would be nowhere without a date of its own.
    const named = fold && days.length === 0 ? [Math.round(part.from + margin)] : days
    return named.map((day) => ({ day, label: label(dateOf(day)) }))
  })
}

interface Steps {
  begins(part: Span): number[]
  label(date: string): string
}

/** As fine as there is room for in so many days. */
function stepsOf(length: number, most: number): Steps {
  const fits = (steps: number[], days: number) => steps.find((step) => length / (days * step) <= most)
  const inDays = fits([1, 2, 7, 14], 1)
  // Weeks begin on Mondays; the first day of 1970 was a Thursday.
  const monday = inDays && inDays % 7 === 0 ? 4 : 0
  if (inDays)
    return {
      begins: ({ from, to }) => multiples(from - monday, to - monday, inDays).map((day) => day + monday),
      label: short,
    }
  const inMonths = fits([1, 2, 3, 6], 30.5)
  const step = inMonths ?? 12 * (fits([1, 2, 5, 10, 20, 50, 100, 200, 500], 365.25) ?? 1000)
  return {
    begins: ({ from, to }) =>
      multiples(months.of(from), months.of(to), step).flatMap(
        (month) => daysOf(months.dateOf(month))?.from ?? [],
      ),
    label: (date) => (inMonths ? short(date.slice(0, 7)) : date.slice(0, 4)),
  }
}

const multiples = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step) * step
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / step) + 1) },
    (_, at) => first + at * step,
  )
}

/** "3 Jan 2024": months in three letters. */
const short = (date: string): string => longDate(date).replace(/\p{L}{4,}/u, (month) => month.slice(0, 3))

/** A mark on the strip, in pixels from its left: its bar with both tails, and how long its words are. */
export interface Box {
  from: number
  to: number
  words: number
}
export interface Place {
  row: number
  /** On which side of the bar its words stand; null where there is no room for them. */
  words: 'after' | 'before' | null
}

/** Between a bar and its words, and between what stands in a row. */
export const gapInRow = 5

/**
 * Rows for marks in the order they begin, each with its words where there is room. A bar that would find no row takes away words
 * that lie in its way; where all rows have bars there, it lies over others in the row that ends first.
 */
export function placesOf(boxes: readonly Box[], width: number, most: number): Place[] {
  const places: Place[] = []
  /** Of each row, the last mark in it, and where its bar and its words end. */
  const rows: { last: Place; bar: number; end: number }[] = []
  for (const { from, to, words } of boxes) {
    const isAfter = to + gapInRow + words <= width
    const begin = isAfter ? from : from - gapInRow - words
    const end = isAfter ? to + gapInRow + words : to
    const put = (row: number, side: Place['words']) => {
      const last: Place = { row, words: side }
      rows[row] = { last, bar: Math.max(to, rows[row]?.bar ?? 0), end: side ? end : to }
      places.push(last)
    }
    const free = rows.findIndex((row) => row.end + gapInRow <= begin)
    if (free >= 0 || rows.length < most) {
      put(free >= 0 ? free : rows.length, begin >= 0 ? (isAfter ? 'after' : 'before') : null)
      continue
    }
    const bare = rows.findIndex((row) => row.end + gapInRow <= from)
    if (bare >= 0) {
      put(bare, null)
      continue
    }
    const first = rows.reduce((best, { bar }, each) => (bar < (rows[best]?.bar ?? 0) ? each : best), 0)
    const { last } = rows[first] as (typeof rows)[number]
    last.words = null
    put(first, isAfter ? 'after' : null)
  }
  return places
}
