import type { Line } from './words-of-page.ts'

/** Running heads and page numbers stand within this share of a page from its upper or lower edge. */
const EDGE = 0.12
const PAGE_NUMBER =
  /^(?:[-–—|\s]*(?:page|p\.|seite|página|стр\.)?\s*\d{1,5}(?:\s*(?:of|\/|von|de)\s*\d{1,5})?[-–—|\s]*|[ivxlc]{1,8})$/iu
/** What differs from page to page in a running head. */
const NUMBERS = /\d+|\b[ivxlc]{1,8}\b/giu

/** The lines of a document that belong to its pages: page numbers, and what stands at the edge of two pages and more. */
export function runningHeads(pages: { lines: Line[]; height: number }[]): Set<Line> {
  const edges = pages.map(({ lines, height }) =>
    lines.filter(({ y }) => y > height * (1 - EDGE) || y < height * EDGE),
  )
  const counts = new Map<string, number>()
  for (const lines of edges)
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set(
    edges.flatMap((lines) =>
      lines.filter((line) => PAGE_NUMBER.test(line.text) || (counts.get(keyOf(line)) ?? 0) > 1),
    ),
  )
}

/** At one height and in the same words, but for the numbers. */
const keyOf = ({ text, y }: Line) => `${Math.round(y / 8)} ${text.replace(NUMBERS, '#').toLowerCase()}`
