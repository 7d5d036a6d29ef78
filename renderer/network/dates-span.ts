import { longDate, type Period } from '../../preload/contract/dates.ts'
import type { commonKinds } from '../../preload/contract/network.ts'

/** A stretch of days, as numbers of days since 1970; infinite where it is open. */
export interface Span {
  from: number
  to: number
}

const day = 86_400_000

/** `2024`, `2024-03` or `2024-03-09` as its first and last day; null for a date that there is not. */
export function daysOf(date: string): Span | null {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  if (!year) return null
  const first = new Date(0)
  first.setUTCFullYear(year, (month ?? 1) - 1, dayOfMonth ?? 1)
  const after = new Date(0)
  if (dayOfMonth) after.setUTCFullYear(year, (month ?? 1) - 1, dayOfMonth + 1)
  else if (month) after.setUTCFullYear(year, month, 1)
  else after.setUTCFullYear(year + 1, 0, 1)
  const span = { from: first.getTime() / day, to: after.getTime() / day - 1 }
  return Number.isFinite(span.from) && Number.isFinite(span.to) ? span : null
}

/** An entity or a relation, with what tells whether it happens or lasts. */
export type Dated = Period & ({ type: string } | { kind: string })

/** What is done at a moment; of every other kind a relation lasts until it ends. */
const momentKinds = new Set<string>([
  'attacked',
  'claimed',
  'met',
  'succeeded',
] satisfies (typeof commonKinds)[number][])

const isMoment = (dated: Dated): boolean =>
  'type' in dated ? dated.type === 'event' : momentKinds.has(dated.kind)

/** Whether it began, and as far as the case knows still goes on. */
export const isLasting = (dated: Dated): boolean =>
  dated.startOn !== '' && dated.endOn === '' && !isMoment(dated)

/**
 * When something happened or held, as far as its dates say; null where they say nothing. With a start alone, what happens (an
 * event, a meeting) is that moment, and anything else goes on: who took a command in 2020 and never gave it up has it in 2022.
 * With an end alone it began at any time before.
 */
export function spanOf(dated: Dated): Span | null {
  const { startOn, startHow, endOn, endHow } = dated
  const start = daysOf(startOn)
  const end = daysOf(endOn)
  if (!start && !end) return null
  const isOpenBefore = startHow === 'before' || startHow === 'by'
  const isOpenAfter = end ? endHow === 'after' : startHow === 'after' || isLasting(dated)
  return {
    from: start && !isOpenBefore ? start.from : -Infinity,
    to: isOpenAfter ? Infinity : (end?.to ?? start?.to ?? Infinity),
  }
}

/** The days that its dates name themselves, from the first to the last, however they are meant. */
export function daysNamed({ startOn, endOn }: Pick<Period, 'startOn' | 'endOn'>): Span | null {
  const [start, end] = [daysOf(startOn), daysOf(endOn)]
  const from = start?.from ?? end?.from
  const to = end?.to ?? start?.to
  return from === undefined || to === undefined ? null : { from, to: Math.max(from, to) }
}

export const meets = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to

/** A day number as `YYYY-MM-DD`. */
export const dateOf = (days: number): string => {
  const date = new Date(days * day)
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  return `${year}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`
}

/** "July 2016 – 11 January 2022"; open at the side that has no date. */
export const rangeInWords = ({ from, to }: { from: string; to: string }): string =>
  `${longDate(from) || '…'} – ${longDate(to) || '…'}`
