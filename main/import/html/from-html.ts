import { assemble } from '../assemble.ts'
import type { ArticleDraft } from '../draft.ts'
import { joinPieces, type MarkedWords } from '../join-pieces.ts'
import { normalise } from '../normalise.ts'
import { languageFrom } from '../own-details.ts'
import { mayBePageLine } from '../page-line.ts'
import type { Origin } from '../piece.ts'
import { type Details, detailsOf } from './details.ts'
import { judge } from './judge.ts'
import { type Passage, passagesOf } from './passages.ts'
import { afterTitle, underTitle } from './title-lines.ts'
import { readTree, type Tree } from './tree.ts'

/** HTML looks for a page's charset in so many of its first bytes; twice that, since pages are saved with comments before it. */
const CHARSET_WITHIN = 2048

/** The charset a page says it is in, or empty. */
export function charsetOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, CHARSET_WITHIN)).toString('latin1')
  const said = /<meta[^>]{1,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/iu.exec(start)?.[1] ?? ''
  // Whether it is in one of these its bytes show better, and a page that can be read so far is not in UTF-16.
  return /^utf-?(?:8|16)/iu.test(said) ? '' : said
}

/** Makes an article of a web page: plain words and blocks, nothing of its HTML. What is the page's own is set apart. */
export function articleFromHtml(html: string, origin: Origin): ArticleDraft {
  const tree = readTree(html)
  return articleOf(tree, origin, (passages, title) => judgement(passages, judge(tree, title)))
}

/** Makes an article of what a person copied out of a page: they chose the words, so none is judged to be the page's. */
export function articleFromClipboard(html: string): ArticleDraft {
  return articleOf(readTree(html), { source: '', name: '' }, () => () => true)
}

type Judgement = (passage: Passage, at: number) => boolean

function articleOf(
  tree: Tree,
  origin: Origin,
  judged: (passages: Passage[], title: string) => Judgement,
): ArticleDraft {
  const details = detailsOf(tree)
  const passages = passagesOf(tree.root).map((passage) => ({ ...passage, words: normalise(passage.words) }))
  const title = titleAmong(passages, details.title)
  const isArticle = judged(passages, details.title)
  const under = title ? underTitle(passages, passages.indexOf(title), details.byline) : null
  const parts = passages.map((passage, at) => {
    if (passage === title) return { kind: 'title' as const, words: passage.words }
    if (passage === under?.standfirst) return { kind: 'paragraph' as const, words: passage.words }
    const isOurs = isArticle(passage, at) && !under?.credits.has(passage)
    return settled(isOurs ? passage : { ...passage, kind: 'furniture' })
  })
  const { text, pieces } = joinPieces(parts)
  const draft = assemble(text, pieces, {
    source: details.source || origin.source,
    name: details.title || origin.name,
  })
  return withDetails(draft, {
    ...details,
    publisher: details.publisher || (title ? afterTitle(details.pageTitle, title.words) : ''),
    publishedOn: details.publishedOn || under?.date || '',
  })
}

/** What decides for each passage whether it is the article's: Readability, else the page's own marks, else nothing. */
function judgement(passages: Passage[], kept: Set<number> | null): Judgement {
  if (kept) {
    const isOurs = besides(passages, kept)
    return (passage, at) => !passage.isLinks && (kept.has(at) || isOurs(passage, at))
  }
  const marked = passages.filter(({ isMarked }) => isMarked)
  const size = (all: Passage[]) => all.reduce((sum, { words }) => sum + words.length, 0)
  // A few marked words are a teaser's.
  return size(marked) * 3 > size(passages) ? ({ isMarked }) => isMarked : ({ isLinks }) => !isLinks
}

/**
 * Readability leaves out headings and feet by their classes and tags alone: what the article goes on below is its heading, and
 * what a quotation ends with is its source.
 */
function besides(passages: Passage[], kept: Set<number>): Judgement {
  const first = Math.min(...kept)
  return ({ kind }, at) => {
    if (kind === 'heading') return at > first && kept.has(at + 1)
    return kind === 'caption' || (kind === 'quote' && kept.has(at - 1) && passages[at - 1]?.kind === 'quote')
  }
}

/**
 * The heading that says what the page's own title says, else its first large one. Readability leaves it out, and other pages
 * have the paper's name in a large heading too.
 */
function titleAmong(passages: Passage[], title: string): Passage | undefined {
  const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const headings = passages.filter(({ kind }) => kind === 'heading')
  const said = plain(title)
  const same = headings.find(({ words }) => plain(words) === said)
  const within = headings.find(
    ({ words, level }) => level === 1 && words.length >= 12 && said.includes(plain(words)),
  )
  return (
    same ??
    within ??
    headings.find(({ level, isMarked }) => level === 1 && isMarked) ??
    headings.find(({ level }) => level === 1)
  )
}

/**
 * Lines that may be the page's are left open, for their place to decide; every other paragraph is one for certain. A link that is
 * a number alone leads back from a note.
 */
function settled({ kind, level, words, links }: Passage): MarkedWords {
  if (kind === 'heading') return { kind, level: (level ?? 2) <= 2 ? 2 : 3, words }
  if (kind !== 'paragraph' && kind !== undefined) return { kind, words }
  if (links === 1 && /^\W?\d{1,3}\W?$/u.test(words)) return { kind: 'furniture', words }
  return kind === 'paragraph' && !mayBePageLine(words) ? { kind, words } : { words }
}

/** A page says what it is in its own words first; where it says nothing, the lines over its article may. */
function withDetails(draft: ArticleDraft, details: Details): ArticleDraft {
  return {
    ...draft,
    byline: details.byline || draft.byline,
    publisher: details.publisher || draft.publisher,
    publishedOn: details.publishedOn || draft.publishedOn,
    language: languageFrom(draft.language, details.language),
  }
}
