import type { AnnotationRow, Passage } from '../../preload/contract/annotate.ts'
import { annotationsAt, findAnnotation, insertAnnotation } from '../case-file/annotations.ts'
import { readContent } from '../case-file/articles.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { TroubleError } from '../trouble.ts'

/** Code units of context kept on either side of a quote: what Hypothesis keeps, and enough to tell repeats apart. */
const context = 32

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * The annotation of a passage: the one asked for, one that stands on exactly these words, or a new one. Blanks at both ends
 * are left out, and a cut through a letter is widened to the whole letter. `fits` can refuse an annotation on the same
 * words, for instance one that names another entity.
 */
export function annotationFor(
  db: WriteCase,
  passage: Passage,
  fits: (annotation: AnnotationRow) => boolean = () => true,
): AnnotationRow {
  const span = 'annotationId' in passage ? findAnnotation(db, passage.annotationId) : passage
  if ('annotationId' in passage && fits(span as AnnotationRow)) return span as AnnotationRow
  const { text } = readContent(db, span.articleId)
  const { start, end } = snap(text, span.start, span.end)
  const known = annotationsAt(db, span.articleId, start, end).find(fits)
  return (
    known ??
    insertAnnotation(db, {
      articleId: span.articleId,
      start,
      end,
      ...quoteAt(text, start, end),
    })
  )
}

/** The words of a passage and those around it, as an annotation keeps them. */
export function quoteAt(
  text: string,
  start: number,
  end: number,
): Pick<AnnotationRow, 'quote' | 'prefix' | 'suffix'> {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(wholeFrom(text, Math.max(0, start - context)), start),
    suffix: text.slice(end, wholeTo(text, Math.min(text.length, end + context))),
  }
}

/** Trims blanks and widens to whole graphemes. Offsets are UTF-16 code units. Throws where no words are left. */
export function snap(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = Math.min(to, text.length)
  if (to > text.length || from > to) throw outside()
  while (start < end && /\s/u.test(text[start] ?? '')) start++
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--
  if (start >= end) throw outside()
  return { start: wholeFrom(text, start), end: wholeTo(text, end) }
}

function outside(): TroubleError {
  return new TroubleError(
    'no-words',
    'No words are selected.',
    'Select some words of the article, then try again.',
  )
}

/** A window around a cut is enough: graphemes longer than 64 code units do not occur in writing. */
function boundaries(text: string, at: number): { before: number; after: number } {
  const from = lineStart(text, at)
  const window = text.slice(from, Math.min(text.length, at + 64))
  for (const { index, segment } of graphemes.segment(window)) {
    const begin = from + index
    if (begin === at) return { before: at, after: at }
    if (begin < at && at < begin + segment.length) return { before: begin, after: begin + segment.length }
  }
  return { before: at, after: at }
}

function lineStart(text: string, at: number): number {
  // A line break is always a boundary, so segmenting from there gives the same cuts as from the start of the text.
  const near = text.lastIndexOf('\n', at - 1) + 1
  if (at - near <= 256) return near
  // On a long line, begin before a plain letter that follows a blank or another one: that is a boundary too.
  const cut = text
    .slice(at - 256, at)
    .search(/(?<= )(?=[\p{L}\p{N}])|(?<=[a-z\u3400-\u9fff])(?=[a-z\u3400-\u9fff])/iu)
  return cut < 0 ? near : at - 256 + cut
}

const wholeFrom = (text: string, at: number) => boundaries(text, at).before
const wholeTo = (text: string, at: number) => boundaries(text, at).after
