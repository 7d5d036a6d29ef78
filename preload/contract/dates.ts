import { z } from 'zod'

/** On that day, month or year itself, or around, before, after or by it. */
export const dateHows = ['on', 'around', 'before', 'after', 'by'] as const
export type DateHow = (typeof dateHows)[number]

/** When something began and ended, or happened: `YYYY[-MM[-DD]]` or empty, and how that is meant. */
export interface Period {
  startOn: string
  startHow: DateHow
  endOn: string
  endHow: DateHow
}

export const noPeriod: Period = { startOn: '', startHow: 'on', endOn: '', endHow: 'on' }

export const PartialDate = z
  .string()
  .max(100, 'That is no date.')
  .superRefine((date, context) => {
    const message = date === '' ? null : wrongIn(date)
    if (message) context.addIssue({ code: 'custom', message })
  })

export const PeriodFields = {
  startOn: PartialDate,
  startHow: z.enum(dateHows),
  endOn: PartialDate,
  endHow: z.enum(dateHows),
}

/** What is wrong with a date of the form `YYYY[-MM[-DD]]`, in a sentence, or null where it is one of the calendar. */
function wrongIn(date: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(date) ?? []
  if (!year) return 'Write a date as 2024, 2024-01 or 2024-01-31.'
  if (month && (month < '01' || month > '12')) return `There is no month ${month}: a year has 01 to 12.`
  if (day && !new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date))
    return `There is no day ${day} in ${longDate(`${year}-${month}`)}.`
  return null
}

/** `2024-01-03` as "3 January 2024", `2024-01` as "January 2024"; `2024`, and what is no date, as it is. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (!year || !month) return date
  const format: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' }
  if (day) format.day = 'numeric'
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  // 31 February would come out as 2 March.
  return at.toJSON()?.startsWith(date) ? at.toLocaleDateString('en-GB', format) : date
}

/** "by 22 March 2024", or with each date written otherwise. */
export const dateInWords = (on: string, how: DateHow, write = longDate): string =>
  on && how !== 'on' ? `${how} ${write(on)}` : write(on)

/** "around 2012 to 2020", "2001, ended by 2018", "began before 2001, ended 2018", "3 January 2024", "until 2020", or nothing. */
export function periodInWords({ startOn, startHow, endOn, endHow }: Period, write = longDate): string {
  const start = dateInWords(startOn, startHow, write)
  const end = dateInWords(endOn, endHow, write)
  if (!end) return start
  if (!start) return endHow === 'on' ? `until ${end}` : `ended ${end}`
  // Only what has a date of its own goes from there, or to there.
  const hasStart = startHow === 'on' || startHow === 'around'
  const hasEnd = endHow === 'on' || endHow === 'around'
  if (hasStart && hasEnd) return `${start} to ${end}`
  return `${hasStart ? '' : 'began '}${start}, ended ${end}`
}

/**
 * Does the latest moment of the end lie before the earliest of the start? What is only around a date, or without a bound on
 * that side, can always be.
 */
export function endsBeforeItStarts({ startOn, startHow, endOn, endHow }: Period): boolean {
  if (!startOn || !endOn) return false
  const isStartBound = startHow === 'on' || startHow === 'after'
  const isEndBound = endHow === 'on' || endHow === 'before' || endHow === 'by'
  return isStartBound && isEndBound && endOn < startOn.slice(0, endOn.length)
}

const hows: Record<string, DateHow> = {
  on: 'on',
  in: 'on',
  since: 'on',
  from: 'on',
  around: 'around',
  about: 'around',
  circa: 'around',
  'c.': 'around',
  'ca.': 'around',
  '~': 'around',
  before: 'before',
  after: 'after',
  by: 'by',
}
const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** "March", "mar", "Sept." as "03". */
function monthNamed(word = ''): string | null {
  const name = word.toLowerCase().replace(/\.$/u, '')
  const index = name.length < 3 ? -1 : months.findIndex((month) => month.startsWith(name))
  return index < 0 ? (name === 'sept' ? '09' : null) : String(index + 1).padStart(2, '0')
}

export type ReadDate = { on: string; how: DateHow } | { trouble: string }

const spellings =
  'Write a date as 2024, March 2024, 22 March 2024 or 2024-03-22, with around, before, after or by.'

/** A date as a person types it: "2024", "2024-03", "March 2024", "by 22 March 2024", "around 2023". English month names. */
export function readDate(typed: string): ReadDate {
  const line = typed.trim().replace(/\s+/gu, ' ')
  const [, word = '', rest = ''] = /^(?:([a-z]+\.?|~) ?(?=.*\d))?(.*)$/iu.exec(line) ?? []
  const how = word === '' ? 'on' : (hows[word.toLowerCase()] ?? null)
  // A first word that is no such word is a month's name.
  const on = how === null ? dateIn(line) : dateIn(rest)
  if (on === '') return { on: '', how: 'on' }
  if (on === null) return { trouble: spellings }
  const trouble = wrongIn(on)
  return trouble ? { trouble } : { on, how: how ?? 'on' }
}

function dateIn(words: string): string | null {
  if (words === '' || /^\d{4}(-\d\d){0,2}$/u.test(words)) return words
  const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+\.?),? (\d{4})$/iu.exec(words)
  const monthFirst = /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(words)
  const [day, name, year] = monthFirst
    ? [monthFirst[2], monthFirst[1], monthFirst[3]]
    : [dayFirst?.[1], dayFirst?.[2], dayFirst?.[3]]
  const month = monthNamed(name)
  if (!year || !month) return null
  return day ? `${year}-${month}-${day.padStart(2, '0')}` : `${year}-${month}`
}
