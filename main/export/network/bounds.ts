import { PartialDate, type Period } from '../../../preload/contract/dates.ts'

/**
 * The first and the last day of a period, for formats that know whole days only: 2024 begins on 1 January and ends on 31
 * December. Null where nothing was said, where it is no date of the calendar, or where the end would come first; also before a
 * start that is only known to be earlier, and after an end that is only known to be later. "Around" counts as the date itself.
 */
export function boundsOf(period: Period): { first: string | null; last: string | null } {
  const { startOn, startHow, endOn, endHow } = period
  const first = startHow === 'before' || startHow === 'by' ? null : dayOf(startOn, 'first')
  const last = endHow === 'after' ? null : dayOf(endOn, 'last')
  return first && last && last < first ? { first: null, last: null } : { first, last }
}

function dayOf(date: string, which: 'first' | 'last'): string | null {
  if (date === '' || !PartialDate.safeParse(date).success) return null
  const [year = '', month, day] = date.split('-')
  if (day) return date
  if (which === 'first') return `${year}-${month ?? '01'}-01`
  const lastMonth = month ?? '12'
  // The day before the first of the next month.
  const end = new Date(`${year}-${lastMonth}-01T00:00:00Z`)
  end.setUTCMonth(end.getUTCMonth() + 1, 0)
  return `${year}-${lastMonth}-${String(end.getUTCDate()).padStart(2, '0')}`
}
