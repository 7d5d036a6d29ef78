/** `2024-01-03` as the interface and the exports write it: "3 January 2024"; `2024-01` and `2024` without what is not known. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (!year || !month) return date
  const format: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
  if (day) format.day = 'numeric'
  return new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`).toLocaleDateString('en-GB', format)
}

/** The day of a moment (ISO 8601) on this computer's calendar: "Today", "Yesterday", or as the reader's language writes it. */
export function dayOf(at: string): string {
  const day = new Date(at)
  const today = new Date()
  if (day.toDateString() === today.toDateString()) return 'Today'
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  if (day.toDateString() === yesterday.toDateString()) return 'Yesterday'
  return day.toLocaleDateString('en-GB', { dateStyle: 'long' })
}

export const timeOf = (at: string): string => new Date(at).toLocaleTimeString('en-GB', { timeStyle: 'short' })
