import { dateOf, daysOf, type Span } from './dates-span.ts'

export interface Scale {
  /** The first and last day shown. */
  from: number
  to: number
  /** Where a day is, 0 to 1. */
  at(day: number): number
  dayAt(share: number): number
  /** A day as a date that is no finer than a hand can point at. */
  dateAt(day: number): string
}

/** Where more days than this are shown, one is less than a third of a pixel wide, and ranges are chosen by months. */
const mostDays = 1500

/** From a little before the first day to a little after the last; null where nothing is dated. */
export function scaleOf(spans: Span[]): Scale | null {
  const days = spans.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite)
  if (days.length === 0) return null
  const first = days.reduce((a, b) => Math.min(a, b))
  const last = days.reduce((a, b) => Math.max(a, b))
  const margin = Math.max(3, (last - first) * 0.03)
  const [from, to] = [Math.floor(first - margin), Math.ceil(last + margin)]
  return {
    from,
    to,
    at: (day) => Math.min(1, Math.max(0, (day - from) / (to - from))),
    dayAt: (share) => Math.round(from + share * (to - from)),
    dateAt: (day) => (to - from > mostDays ? dateOf(day).slice(0, 7) : dateOf(day)),
  }
}

/** Seven beginnings of years at most, or of months where it is about a short time. */
export function ticksOf({ from, to }: Scale): { day: number; label: string }[] {
  const [first, last] = [Number(dateOf(from).slice(0, 4)), Number(dateOf(to).slice(0, 4))]
  if (last - first >= 2) {
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((years) => (last - first) / years <= 7) ?? 1000
    const years: number[] = []
    for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year)
    return ticks(
      years.map((year) => String(year).padStart(4, '0')),
      from,
      to,
    )
  }
  const months: string[] = []
  for (let year = first; year <= last; year++)
    for (let month = 1; month <= 12; month++)
      months.push(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`)
  const seen = ticks(months, from, to)
  const every = Math.ceil(seen.length / 7)
  return seen.filter((_, index) => index % every === 0)
}

function ticks(dates: string[], from: number, to: number): { day: number; label: string }[] {
  return dates.flatMap((label) => {
    const day = daysOf(label)?.from
    return day !== undefined && day >= from && day <= to ? [{ day, label }] : []
  })
}

/** Rows for marks in the order they begin, so that few lie over each other; what finds no room shares the last row. */
export function rowsOfMarks<Mark extends { span: Span }>(
  marks: Mark[],
  scale: Scale,
  most: number,
): { mark: Mark; row: number }[] {
  const ends: number[] = []
  return marks.map((mark) => {
    const from = scale.at(mark.span.from)
    const free = ends.findIndex((end) => end < from)
    const row = free >= 0 ? free : Math.min(ends.length, most - 1)
    ends[row] = Math.max(ends[row] ?? 0, scale.at(mark.span.to), from + 0.008)
    return { mark, row }
  })
}
