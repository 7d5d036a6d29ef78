/** Languages whose month names are read, besides numbers. Names come from the runtime's own tables (ICU). */
const LOCALES = ['en-US', 'en-GB', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'ar-EG', 'ar-SY', 'he', 'fa']

const MONTHS = monthNames()

const DAY_FIRST =
  /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th|\.|er)?\s(?:de\s|of\s)?(\p{L}{3,12})\.?,?\s(?:de\s)?(\d{4})(?!\d)/u
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/u
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/u
const NUMBERS = /(?<!\d)(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)/u

/** A date found in a line: `YYYY-MM-DD`, and the words of the line that said it. */
export interface FoundDate {
  date: string
  words: string
}

/** The first whole date in a short line, or null. 01/05/2024 is left alone: it is January in one country, May in another. */
export function findDate(line: string): FoundDate | null {
  const iso = ISO.exec(line)
  if (iso) return found(iso[0], iso[1], Number(iso[2]), iso[3])
  const dayFirst = DAY_FIRST.exec(line)
  if (dayFirst) return found(dayFirst[0], dayFirst[3], monthOf(dayFirst[2]), dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(line)
  if (monthFirst) return found(monthFirst[0], monthFirst[3], monthOf(monthFirst[1]), monthFirst[2])
  const numbers = NUMBERS.exec(line)
  return numbers ? fromNumbers(numbers) : null
}

function fromNumbers(match: RegExpExecArray): FoundDate | null {
  const [words, first, separator, second, year] = match
  // With points the day always comes first (9.1.2024); with strokes only a number above 12 tells which is the day.
  if (separator === '.' || Number(first) > 12) return found(words, year, Number(second), first)
  if (Number(second) > 12) return found(words, year, Number(first), second)
  return null
}

function found(
  words: string,
  year: string | undefined,
  month: number,
  day: string | undefined,
): FoundDate | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const time = new Date(`${date}T00:00:00Z`)
  // The 31st of February reads as a day in March, so a real day is one that comes back unchanged.
  const isReal = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)
  return isReal ? { date, words } : null
}

function monthOf(name: string | undefined): number {
  return MONTHS.get(name?.toLowerCase() ?? '') ?? 0
}

function monthNames(): Map<string, number> {
  const names = new Map([['sept', 9]])
  for (const locale of LOCALES) {
    for (const month of ['long', 'short'] as const) {
      // Formatted with a day, since some languages inflect the month beside one (Russian "9 января").
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, {
        day: 'numeric',
        month,
        timeZone: 'UTC',
      })
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(Date.UTC(2024, number - 1, 9))
        const name = parts
          .find((part) => part.type === 'month')
          ?.value.toLowerCase()
          .replace(/\.$/u, '')
        if (name && !names.has(name)) names.set(name, number)
      }
    }
  }
  return names
}
