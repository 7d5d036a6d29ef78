/** `2024-01-03` as the interface and the exports write it: "3 January 2024"; `2024-01` and `2024` without what is not known. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (!year || !month) return date
  const format: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
  if (day) format.day = 'numeric'
  return new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`).toLocaleDateString('en-GB', format)
}
