import { findDate } from '../dates.ts'
import { readHeadLine } from '../head-line.ts'
import type { Passage } from './passages.ts'

/** What a page sets between its title and the first paragraph. */
export interface TitleLines {
  /** The sentence that sums the article up, which Readability leaves out. */
  standfirst: Passage | undefined
  /** Lines that say no more than who wrote it and when. */
  credits: Set<Passage>
  /** The day that these name, or empty. */
  date: string
}

/** In code units: a longer passage is the article's first paragraph. */
const PROSE_MIN = 120
const STANDFIRST_MAX = 400
const STANDFIRST_WORDS = 6
/** So many letters beside names and dates say more than "by" and "updated at". */
const MOST_LETTERS = 24

export function underTitle(passages: Passage[], at: number, byline: string): TitleLines {
  const next = passages[at + 1]
  const first = passages.findIndex((passage, index) => index > at && isProse(passage))
  const between = passages.slice(at + 1, first === -1 ? undefined : first)
  const dates = new Map(between.map((passage) => [passage, creditDate(passage, byline)]))
  const credits = new Set(between.filter((passage) => dates.get(passage) !== null))
  return {
    standfirst: next && isStandfirst(next) && !credits.has(next) ? next : undefined,
    credits,
    date: [...dates.values()].find(Boolean) ?? '',
  }
}

const isProse = ({ kind, words }: Passage) =>
  (kind === undefined || kind === 'paragraph') && words.length >= PROSE_MIN

function isStandfirst({ kind, words, links }: Passage): boolean {
  return (
    (kind === undefined || kind === 'paragraph' || kind === 'heading') &&
    links === 0 &&
    words.length <= STANDFIRST_MAX &&
    words.split(/\s+/u).length >= STANDFIRST_WORDS &&
    readHeadLine(words) === null
  )
}

/** The date in a line of names and dates, empty where it has names alone; null where it says more. */
function creditDate({ kind, words }: Passage, byline: string): string | null {
  if (kind !== undefined && kind !== 'paragraph') return null
  const found = findDate(words.replaceAll('\n', ' '))
  const names = byline.split(/,\s*/u).filter((name) => name !== '' && words.includes(name))
  if (!found && names.length === 0) return null
  let rest = words.replaceAll('\n', ' ').replace(found?.words ?? '', ' ')
  for (const name of names) rest = rest.replaceAll(name, ' ')
  return rest.replace(/[^\p{L}]/gu, '').length <= MOST_LETTERS ? (found?.date ?? '') : null
}

/** "Ice in the harbour - Coast Weekly" under the title "Ice in the harbour" names who published it. */
export function afterTitle(pageTitle: string, title: string): string {
  const words = title.replace(/\s+/gu, ' ')
  if (!pageTitle.startsWith(words)) return ''
  const name = /^ [|–—·:-]{1,2} (\p{Lu}.{1,60})$/u.exec(pageTitle.slice(words.length))?.[1] ?? ''
  return name.includes(' - ') || name.includes('|') ? '' : name
}
