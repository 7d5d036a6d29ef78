import { diffArrays } from 'diff'

/** A stretch that two texts have in common: where it begins in each, in UTF-16 code units, and how long it is. */
export interface Run {
  before: number
  after: number
  length: number
}

/**
 * More lines or words changed than this, and the stretch between counts as new. Finding the fewest changes takes time in
 * proportion to their number times the length (Myers 1986).
 */
const MOST_LINES = 3000
const MOST_WORDS = 2000

/** Words, and each sign of a script that is written without blanks. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[\p{L}\p{M}\p{N}]+|\s+|./gsu

/** What two versions of a text have in common, in order: line by line, and within the lines that changed word by word. */
export function align(before: string, after: string): Run[] {
  const runs: Run[] = []
  let [from, to] = [0, 0]
  const lines = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_LINES })
  if (!lines) return alignWords(before, after, 0, 0)
  let [gone, come] = ['', '']
  const flush = () => {
    for (const run of alignWords(gone, come, from, to)) add(runs, run)
    from += gone.length
    to += come.length
    gone = ''
    come = ''
  }
  for (const { value, added, removed } of lines) {
    const text = value.join('')
    if (removed) gone += text
    else if (added) come += text
    else {
      flush()
      add(runs, { before: from, after: to, length: text.length })
      from += text.length
      to += text.length
    }
  }
  flush()
  return runs
}

function alignWords(before: string, after: string, from: number, to: number): Run[] {
  if (before === '' || after === '') return []
  const runs: Run[] = []
  let [at, other] = [from, to]
  const words = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_WORDS })
  for (const { value, added, removed } of words ?? []) {
    const { length } = value.join('')
    if (!added && !removed) add(runs, { before: at, after: other, length })
    if (!added) at += length
    if (!removed) other += length
  }
  return runs
}

/** Joins what follows the last without a gap on either side. */
function add(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (run.length === 0) return
  if (last && last.before + last.length === run.before && last.after + last.length === run.after)
    last.length += run.length
  else runs.push(run)
}

export const linesOf = (text: string): string[] => text.split(/(?<=\n)/u)
export const wordsOf = (text: string): string[] => text.match(WORD) ?? []
