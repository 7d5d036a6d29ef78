import type { MarkedWords } from '../join-pieces.ts'
import type { Line } from './words-of-page.ts'

/** Sizes of letters against the text's own: what is larger by less is emphasis. */
const HEADING = 1.12
const TITLE = 1.3
const LONGEST_HEADING = 250
/** A line that ends short of its column by this share of its width ends its paragraph, where a sentence ends there. */
const SHORT = 0.12
const ITEM = /^(?:[•‣▪●◦–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/u
const SENTENCE_END = /[.!?…:"”’»)\]؟。！？](?:\d{1,3})?$/u
const HYPHEN = /(\p{L})[-\u2010\u00ad]$/u

interface Measures {
  /** The size that most letters have, in points. */
  body: number
  /** From line to line within a paragraph, by the size of the letters. */
  leading: Map<number, number>
  /** All words, to tell a hyphen that belongs to its word from one that only ends a line. */
  words: Set<string>
}

/** Makes paragraphs of a document's lines in reading order. What belongs to a page stands after the paragraph that goes over it. */
export function paragraphsOf(lines: Line[], heads: Set<Line>): MarkedWords[] {
  const own = lines.filter((line) => !heads.has(line))
  const measures = measure(own)
  const widths = columnsOf(own)
  const found: MarkedWords[] = []
  let group: Line[] = []
  let aside: Line[] = []
  const flush = () => {
    if (group.length > 0) found.push(asWords(group, measures))
    found.push(...aside.map(({ text }) => ({ kind: 'furniture' as const, words: text })))
    group = []
    aside = []
  }
  for (const line of lines) {
    const last = group.at(-1)
    if (heads.has(line)) {
      aside.push(line)
      continue
    }
    if (last && !goesOn(last, line, group, measures, widths)) flush()
    group.push(line)
  }
  flush()
  return withOneTitle(found, own, measures.body)
}

function goesOn(
  last: Line,
  line: Line,
  group: Line[],
  measures: Measures,
  columns: Map<Line, Column>,
): boolean {
  if (Math.abs(last.size - line.size) > 0.06 * last.size || ITEM.test(line.text)) return false
  const column = columns.get(line)
  const before = columns.get(last)
  const isLarge = line.size > measures.body * HEADING
  const ends = SENTENCE_END.test(last.text)
  const isShort = !!before && last.right < before.right - SHORT * (before.right - before.left)
  const isHyphened = HYPHEN.test(last.text) && /^\p{Ll}/u.test(line.text)
  const isIndented = !!column && line.left > column.left + 0.8 * line.size && group.length > 0
  const isSameColumn = last.page === line.page && line.y < last.y && before === column
  if (!isSameColumn) return !isLarge && (isHyphened || (!ends && (!isShort || /^\p{Ll}/u.test(line.text))))
  const gap = last.y - line.y
  const leading = measures.leading.get(line.size) ?? line.size * 1.2
  if (gap > Math.max(leading * 1.3, leading + 2)) return false
  if (isLarge || isHyphened) return true
  // Lines hanging under an item's first are indented too.
  if (isIndented && group.some((each) => each.left < line.left - 2) && !ITEM.test(group[0]?.text ?? ''))
    return false
  return !(isShort && ends)
}

function asWords(lines: Line[], { body, words }: Measures): MarkedWords {
  let text = ''
  for (const line of lines) text = text === '' ? line.text : joined(text, line.text, words)
  const size = lines[0]?.size ?? body
  if (ITEM.test(text)) return { kind: 'listItem', words: text }
  if (size > body * HEADING && text.length <= LONGEST_HEADING)
    return { kind: 'heading', level: size, words: text }
  return { words: text }
}

/** Joins a word that a line's end parted. The hyphen stays where the document has the word with it elsewhere. */
function joined(text: string, next: string, words: Set<string>): string {
  if (!HYPHEN.test(text) || !/^\p{L}/u.test(next)) return `${text} ${next}`
  const first = /[\p{L}\p{M}’'-]+$/u.exec(text.slice(0, -1))?.[0] ?? ''
  const second = /^[\p{L}\p{M}’']+/u.exec(next)?.[0] ?? ''
  const [whole, hyphened] = [`${first}${second}`, `${first}-${second}`].map((word) => word.toLowerCase())
  const isOne = words.has(whole ?? '') || (/^\p{Ll}/u.test(next) && !words.has(hyphened ?? ''))
  return (isOne ? text.slice(0, -1) : text.replace(/\u00ad$/u, '-')) + next
}

interface Column {
  left: number
  right: number
}

/** The edges of the column each line stands in: of the lines that follow each other downwards and overlap from side to side. */
function columnsOf(lines: Line[]): Map<Line, Column> {
  const columns = new Map<Line, Column>()
  let column: Column | undefined
  let last: Line | undefined
  for (const line of lines) {
    const follows =
      column &&
      last &&
      last.page === line.page &&
      line.y < last.y &&
      line.left < column.right &&
      line.right > column.left
    if (!follows || !column) column = { left: line.left, right: line.right }
    column.left = Math.min(column.left, line.left)
    column.right = Math.max(column.right, line.right)
    columns.set(line, column)
    last = line
  }
  return columns
}

function measure(lines: Line[]): Measures {
  const letters = new Map<number, number>()
  const gaps = new Map<number, Map<number, number>>()
  const words = new Set<string>()
  for (const [at, line] of lines.entries()) {
    letters.set(line.size, (letters.get(line.size) ?? 0) + line.text.length)
    const inner = line.text.replace(HYPHEN, '')
    for (const [word] of inner.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu))
      words.add(word)
    const next = lines[at + 1]
    const gap = next && next.page === line.page && next.size === line.size ? line.y - next.y : 0
    if (gap <= 0 || gap > line.size * 3) continue
    const some = gaps.get(line.size) ?? new Map<number, number>()
    const rounded = Math.round(gap * 2) / 2
    gaps.set(line.size, some.set(rounded, (some.get(rounded) ?? 0) + 1))
  }
  const leading = new Map([...gaps].map(([size, some]) => [size, mostOften(some)]))
  return { body: mostOften(letters), leading, words }
}

const mostOften = (counts: Map<number, number>): number =>
  [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0]

/** The title is what stands largest on the first page; every other heading is of one of two levels, by its size. */
function withOneTitle(found: MarkedWords[], lines: Line[], body: number): MarkedWords[] {
  const first = lines[0]?.page
  const largest = lines.reduce((most, { page, size }) => (page === first ? Math.max(most, size) : most), 0)
  const title = found.find(({ level }) => level === largest && largest >= body * TITLE)
  const top = found.reduce((most, each) => (each === title ? most : Math.max(most, each.level ?? 0)), 0)
  return found.map((each) => {
    if (each === title) return { kind: 'title', words: each.words }
    return each.kind === 'heading' ? { ...each, level: (each.level ?? 0) >= top ? 2 : 3 } : each
  })
}
