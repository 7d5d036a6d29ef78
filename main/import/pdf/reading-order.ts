import type { Line } from './words-of-page.ts'

/** How many lines each of two columns has at least, and how much of its column a line fills on the median: cells fill less. */
const COLUMN_LINES = 4
const COLUMN_FILL = 0.5
/** The narrowest gutter between columns, in points. */
const GUTTER = 6
/** At most this share of the lines reaches across a gutter: titles, pictures' captions, tables. */
const ACROSS = 0.35
/** A page of a newspaper has some 600. Finding a gutter costs the square of their number. */
const MOST_LINES = 2000
/** Columns within columns: a page has seldom more than six. */
const DEEPEST = 4

/**
 * The lines of a page as one reads them: down one column and then down the next. What reaches across both, such as a title, is
 * read where it stands, and parts what is above it from what is below. A simple relative of the recursive X-Y cut
 * (Nagy and Seth 1984).
 */
export function inReadingOrder(lines: Line[], isRtl: boolean, depth = 0): Line[] {
  const down = lines.toSorted((a, b) => b.y - a.y || a.left - b.left)
  const gutter = depth < DEEPEST ? gutterOf(lines) : null
  if (gutter === null) return down
  const ordered: Line[] = []
  let band: Line[] = []
  const flush = () => {
    const left = band.filter(({ right }) => right <= gutter)
    const right = band.filter((line) => line.right > gutter)
    const columns = isRtl ? [right, left] : [left, right]
    for (const column of columns) ordered.push(...inReadingOrder(column, isRtl, depth + 1))
    band = []
  }
  for (const line of down) {
    if (line.left < gutter && line.right > gutter) {
      const head = headingOver(line, band)
      flush()
      ordered.push(...head, line)
    } else band.push(line)
  }
  flush()
  return ordered
}

/** Takes a short heading over a line that runs across off the foot of the column it happens to stand under. */
function headingOver(line: Line, band: Line[]): Line[] {
  const head: Line[] = []
  for (let last = band.at(-1); last && last.size > line.size * 1.05; last = band.at(-1)) {
    band.pop()
    head.unshift(last)
  }
  return head
}

/** Where the gap between two columns is, in points from the left; null where the lines stand in one. */
function gutterOf(lines: Line[]): number | null {
  if (lines.length < COLUMN_LINES * 2 || lines.length > MOST_LINES) return null
  const edges = [...new Set(lines.map(({ left }) => Math.round(left)))]
  let best: { at: number; across: number } | null = null
  for (const edge of edges) {
    const at = edge - GUTTER / 2
    const left = lines.filter(({ right }) => right <= at)
    const right = lines.filter((line) => line.left >= at)
    const across = lines.length - left.length - right.length
    if (across > lines.length * ACROSS || (best && across >= best.across)) continue
    const gap = Math.min(...right.map((line) => line.left)) - Math.max(...left.map((line) => line.right))
    if (gap >= GUTTER && isColumn(left) && isColumn(right) && overlap(left, right)) best = { at, across }
  }
  return best?.at ?? null
}

function isColumn(lines: Line[]): boolean {
  if (lines.length < COLUMN_LINES) return false
  const from = Math.min(...lines.map(({ left }) => left))
  const width = Math.max(...lines.map(({ right }) => right)) - from
  const widths = lines.map((line) => line.right - line.left).sort((a, b) => a - b)
  return (widths[widths.length >> 1] ?? 0) >= width * COLUMN_FILL
}

/** Two columns stand beside each other, not one above the other. */
function overlap(left: Line[], right: Line[]): boolean {
  const [a, b] = [left, right].map((lines) => lines.map(({ y }) => y))
  return (
    Math.min(Math.max(...(a ?? [])), Math.max(...(b ?? []))) >
    Math.max(Math.min(...(a ?? [])), Math.min(...(b ?? [])))
  )
}
