/** `2024-01-03` as "3 January 2024", `2024-01` as "January 2024", `2024` as it is. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (!year || !month) return date
  const options: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' }
  if (day) options.day = 'numeric'
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  // 31 February would come out as 2 March.
  if (!at.toJSON()?.startsWith(date)) return date
  return new Intl.DateTimeFormat('en-GB', options).format(at)
}
