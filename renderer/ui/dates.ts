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
