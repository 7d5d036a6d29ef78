import { assemble } from '../assemble.ts'
import { findDate } from '../dates.ts'
import type { ArticleDraft } from '../draft.ts'
import { joinPieces } from '../join-pieces.ts'
import { normalise } from '../normalise.ts'
import { withOwnDetails } from '../own-details.ts'
import { mayBePageLine } from '../page-line.ts'
import type { Origin } from '../piece.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { partsOf } from './parts.ts'
import { fieldsOf } from './read-xml.ts'
import { stylesOf } from './styles.ts'

/**
 * Makes an article of a Word document (ECMA-376, Part 1). Read directly rather than with a library such as mammoth, which unpacks
 * every part of the archive, builds the whole XML as a tree and makes HTML: with none of that is its time or memory bounded.
 */
export function articleFromWord(bytes: Uint8Array, origin: Origin): ArticleDraft {
  const parts = partsOf(bytes)
  const { styles, language } = stylesOf(parts.get('word/styles.xml') ?? '')
  const core = fieldsOf(parts.get('docProps/core.xml') ?? '', ['title', 'creator', 'created', 'language'])
  const app = fieldsOf(parts.get('docProps/app.xml') ?? '', ['Company'])
  const read = (name: string) => paragraphsOf(parts.get(name) ?? '', styles)
  const paragraphs = [
    ...settled(withOneTitle(read('word/document.xml'))),
    ...read('word/footnotes.xml').map(asItem),
    ...read('word/endnotes.xml').map(asItem),
    ...runningWords(parts, read),
  ]
  const { text, pieces } = joinPieces(
    paragraphs.map((paragraph) => ({ ...paragraph, words: normalise(paragraph.words) })),
  )
  const draft = assemble(text, pieces, { ...origin, name: core.get('title') || origin.name })
  return withOwnDetails(draft, {
    byline: core.get('creator') ?? '',
    publisher: app.get('Company') ?? '',
    publishedOn: findDate(core.get('created') ?? '')?.date ?? '',
    source: '',
    language: core.get('language') || language,
  })
}

/** A document with one heading of the first level and no title has its title there. Sections are 2, all below them 3. */
function withOneTitle(paragraphs: Paragraph[]): Paragraph[] {
  const first = paragraphs.filter(({ kind, level }) => kind === 'heading' && level === 1)
  const title = paragraphs.find(({ kind }) => kind === 'title') ?? (first.length === 1 ? first[0] : undefined)
  const top = Math.min(...paragraphs.map((each) => (each === title ? 9 : (each.level ?? 9))))
  return paragraphs.map((paragraph) => {
    if (paragraph === title) return { kind: 'title', words: paragraph.words }
    if (paragraph.kind === 'title') return { kind: 'heading', level: 2, words: paragraph.words }
    if (paragraph.kind !== 'heading') return paragraph
    return { ...paragraph, level: (paragraph.level ?? top) <= top ? 2 : 3 }
  })
}

/** Where headings are marked as such, a plain paragraph is none. */
function settled(paragraphs: Paragraph[]): Paragraph[] {
  if (!paragraphs.some(({ kind }) => kind === 'heading' || kind === 'title')) return paragraphs
  return paragraphs.map((each) =>
    each.kind === undefined && !mayBePageLine(each.words) ? { ...each, kind: 'paragraph' } : each,
  )
}

const asItem = ({ words }: Paragraph): Paragraph => ({ kind: 'listItem', words })

/** What stands over and under every page, once. */
function runningWords(parts: Map<string, string>, read: (name: string) => Paragraph[]): Paragraph[] {
  const names = [...parts.keys()].filter((name) => /^word\/(?:header|footer)/u.test(name)).sort()
  const words = new Set(names.flatMap((name) => read(name).map((paragraph) => paragraph.words.trim())))
  return [...words].map((line) => ({ kind: 'furniture', words: line }))
}
