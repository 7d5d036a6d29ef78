import type { Block, BlockKind } from '../../preload/contract/article.ts'
import { TroubleError } from '../trouble.ts'
import { isCaption } from './captions.ts'
import type { ArticleDraft } from './draft.ts'
import { isFurniture, isOverTitle, publisherNamed, type Zone } from './furniture.ts'
import { type HeadLine, readHeadLine } from './head-line.ts'
import { isHeading, isTitle } from './headings.ts'
import { directionOf, languageOf } from './language.ts'
import type { Origin, Piece } from './piece.ts'

/** A piece this long, in code units, that is neither caption nor furniture is prose: the article's body runs between such. */
const PROSE_MIN = 120
const TITLE_MAX = 300
const FIRST_WORDS_MAX = 80

interface Part extends Piece {
  words: string
}

/** Makes an article of a normalised text and the pieces it was cut into: says what each piece is, and what the page tells. */
export function assemble(text: string, pieces: Piece[], origin: Origin): ArticleDraft {
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new TroubleError(
      'no-words',
      'There are no words in this text.',
      'Choose a text with words in it, or copy the words and paste them.',
    )
  }
  const parts: Part[] = pieces.map((piece) => ({ ...piece, words: text.slice(piece.start, piece.end) }))
  settle(parts, isCaption, 'caption')
  settle(parts, (words) => isFurniture(words, 'body'), 'furniture')
  settleTitle(parts)
  const zones = zonesOf(parts)
  const head = settleHead(parts, zones)
  settleEnds(parts, zones)
  settleHeadings(parts)
  const furniture = parts.filter((part) => part.kind === 'furniture')
  return {
    title: titleOf(parts, origin),
    byline: head.byline,
    publisher: furniture.map((part) => publisherNamed(part.words)).find(Boolean) ?? head.publisher,
    publishedOn: head.publishedOn,
    source: origin.source,
    language: languageOf(text),
    direction: directionOf(text),
    text,
    blocks: parts.map(blockOf),
    notices: [],
  }
}

function settle(parts: Part[], is: (words: string) => boolean, kind: BlockKind): void {
  for (const part of parts) if (part.kind === undefined && is(part.words)) part.kind = kind
}

/** The first piece of a plain text, but for a line with its date, is its title if it reads like one and something follows. */
function settleTitle(parts: Part[]): void {
  if (parts.some((part) => part.kind === 'title')) return
  const isOver = ({ words }: Part) => isOverTitle(words) || readHeadLine(words)?.publishedOn
  const at = parts.findIndex((part) => part.kind === undefined && !isOver(part))
  const first = parts[at]
  if (first && at < parts.length - 1 && isTitle(first.words)) first.kind = 'title'
}

/** A text without any prose (a poem, a note) is all body: nothing in it is folded on weak evidence. */
function zonesOf(parts: Part[]): Zone[] {
  const isProse = ({ kind = 'paragraph', words }: Part) => kind === 'paragraph' && words.length >= PROSE_MIN
  const first = parts.findIndex(isProse)
  const last = parts.findLastIndex(isProse)
  if (first === -1) return parts.map(() => 'body')
  return parts.map((_, at) => (at < first ? 'head' : at > last ? 'tail' : 'body'))
}

/** Bylines and dates over the first paragraph are shown with the article, so the lines themselves are folded. */
function settleHead(parts: Part[], zones: Zone[]): HeadLine {
  const known: HeadLine = { byline: '', publisher: '', publishedOn: '' }
  for (const [at, part] of parts.entries()) {
    if (zones[at] !== 'head' || part.kind !== undefined) continue
    const line = readHeadLine(part.words)
    if (!line) continue
    part.kind = 'furniture'
    known.byline ||= line.byline
    known.publisher ||= line.publisher
    known.publishedOn ||= line.publishedOn
  }
  return known
}

function settleEnds(parts: Part[], zones: Zone[]): void {
  for (const [at, part] of parts.entries()) {
    const zone = zones[at] ?? 'body'
    const mayBe = part.kind === undefined || part.kind === 'heading' || part.kind === 'listItem'
    if (zone !== 'body' && mayBe && isFurniture(part.words, zone)) part.kind = 'furniture'
  }
}

/** Goes backwards, so that each line knows the next piece that is the article's own. */
function settleHeadings(parts: Part[]): void {
  let following = ''
  for (const part of parts.toReversed()) {
    if (part.kind === undefined && isHeading(part.words, following)) {
      part.kind = 'heading'
      part.level = 2
    }
    if (part.kind === undefined) following = part.words
    else if (part.kind !== 'furniture' && part.kind !== 'caption') following = ''
  }
}

function titleOf(parts: Part[], origin: Origin): string {
  const title = parts.find((part) => part.kind === 'title')
  if (title) return firstWords(title.words, TITLE_MAX)
  if (origin.name.trim()) return firstWords(origin.name, TITLE_MAX)
  const opening = parts.find((part) => part.kind !== 'furniture') ?? parts[0]
  return firstWords(opening?.words ?? '', FIRST_WORDS_MAX)
}

/** One line of at most `longest` code units, cut between words where it can be. */
function firstWords(words: string, longest: number): string {
  const line = words
    .slice(0, longest * 2)
    .replace(/\s+/gu, ' ')
    .trim()
  if (line.length <= longest) return line
  const space = line.lastIndexOf(' ', longest - 1)
  return `${line.slice(0, space > 0 ? space : longest - 1).toWellFormed()}…`
}

function blockOf({ kind = 'paragraph', start, end, level }: Part): Block {
  return kind === 'heading' ? { kind, start, end, level: level ?? 2 } : { kind, start, end }
}
