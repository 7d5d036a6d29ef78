import { findDate } from './dates.ts'

/** What a line under (or over) the title says about the article. */
export interface HeadLine {
  byline: string
  publisher: string
  publishedOn: string
}

const LONGEST = 160
const SEPARATOR = /\s*[·|•]\s*|\s+[–—]\s+/u
const BY =
  /^(?:(?:words|written|story|report|reported|text|analysis)\s)?(?:by|von|par|por|di|door)[:\s]\s*(.+)$/iu
const BY_OTHER_SCRIPTS = /^(?:بقلم|نویسنده|كتب|מאת|Автор)\s*:?\s*(.+)$/u
const NAME_WORD =
  /^(?:[\p{Lu}\p{Lt}\p{Lo}].*|and|und|et|y|e|en|&|de|del|della|di|da|van|von|der|den|la|le|al|bin|ibn|of|for|in)$/u
const READING_TIME = /^\d{1,3}[ -]min(?:ute)?s?(?: read)?$/iu
const AROUND_DATES =
  /\b(?:first|last|published|posted|updated|modified|on|at|date|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|[ap]\.?m\.?|utc|gmt|[ecmp][sd]?t)\b/giu
const CLOCK_AND_MARKS = /\d{1,2}[:.]\d{2}(?::\d{2})?|[\s,.:;()-]/gu

/**
 * Reads a line such as "Field Briefing · 9 January 2024 · 6 min read" or "By Ann Example". Null unless every part of it is
 * understood and one is a byline or a date: a line that says anything more is the article's own.
 */
export function readHeadLine(line: string): HeadLine | null {
  if (line.length > LONGEST || line.includes('\n')) return null
  const read: HeadLine = { byline: '', publisher: '', publishedOn: '' }
  for (const part of line.split(SEPARATOR)) {
    const byline = readByline(part)
    const date = readDate(part)
    if (byline && !read.byline) read.byline = byline
    else if (date) read.publishedOn ||= date
    else if (isName(part) && !read.publisher) read.publisher = part
    else if (!READING_TIME.test(part) && part !== '') return null
  }
  return read.byline || read.publishedOn ? read : null
}

function readByline(part: string): string {
  const name = (BY.exec(part) ?? BY_OTHER_SCRIPTS.exec(part))?.[1]?.trim() ?? ''
  return isName(name) ? name : ''
}

function readDate(part: string): string {
  const found = findDate(part)
  if (!found) return ''
  const rest = part.replace(found.words, ' ').replace(AROUND_DATES, ' ').replace(CLOCK_AND_MARKS, '')
  return rest === '' ? found.date : ''
}

/** A person's or a paper's name: a few words with capitals (or of a script without them) and no end of a sentence. */
function isName(part: string): boolean {
  const words = part.split(/,?\s+/u)
  return (
    /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(part) &&
    !/[.?!:;]$/u.test(part) &&
    words.length <= 14 &&
    words.every((word) => NAME_WORD.test(word))
  )
}
