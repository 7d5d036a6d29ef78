/** A run of letters as a page places it. In points; y grows upwards, as PDF has it. */
export interface Run {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** Runs on one line of one column. */
export interface Line {
  text: string
  left: number
  right: number
  y: number
  size: number
  page: number
}

/** Gaps in parts of the letters' size: what parts two words, and what parts two columns or two cells. */
const WORD_GAP = 0.16
const COLUMN_GAP = 1.1
/** How far two runs on one line may stand apart in height, for a raised figure or a smaller capital. */
const SAME_LINE = 0.45

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u

/** Puts the runs of a page together to lines, in no order yet. */
export function linesOf(runs: Run[], page: number): Line[] {
  const rows: Run[][] = []
  for (const run of runs.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - run.y) <= SAME_LINE * Math.min(first.size, run.size)) row.push(run)
    else rows.push([run])
  }
  return rows.flatMap((row) => cut(row).map((part) => lineOf(part, page)))
}

/** Cuts a row where a gap between two runs is wider than one between words. */
function cut(row: Run[]): Run[][] {
  const parts: Run[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const run of row.toSorted((a, b) => a.x - b.x)) {
    const part = parts.at(-1)
    if (part && run.x - right <= COLUMN_GAP * run.size) part.push(run)
    else parts.push([run])
    right = Math.max(right, run.x + run.width)
  }
  return parts
}

function lineOf(runs: Run[], page: number): Line {
  const letters = runs.reduce((sum, { text }) => sum + text.length, 0)
  const rtl = runs.reduce((sum, { text }) => sum + (RTL.test(text) ? text.length : 0), 0)
  const isRtl = rtl * 2 > letters
  const ordered = isRtl ? runs.toReversed() : runs
  let text = ''
  let last: Run | undefined
  for (const run of ordered) {
    const gap = last ? (isRtl ? last.x - (run.x + run.width) : run.x - (last.x + last.width)) : 0
    const isApart = last && gap > WORD_GAP * run.size && !/\s$/u.test(text) && !/^\s/u.test(run.text)
    text += isApart ? ` ${run.text}` : run.text
    last = run
  }
  const largest = runs.reduce((most, run) => (run.text.length > most.text.length ? run : most))
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    left: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    y: largest.y,
    size: Math.round(largest.size * 2) / 2,
    page,
  }
}
