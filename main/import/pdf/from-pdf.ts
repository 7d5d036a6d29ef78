import type { PDFDocumentProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { TroubleError } from '../../trouble.ts'
import { assemble } from '../assemble.ts'
import type { ArticleDraft } from '../draft.ts'
import { joinPieces } from '../join-pieces.ts'
import { directionOf } from '../language.ts'
import { normalise } from '../normalise.ts'
import { withOwnDetails } from '../own-details.ts'
import type { Origin } from '../piece.ts'
import { ownDetailsOf } from './details.ts'
import { damagedPdf, openPdf } from './open-pdf.ts'
import { paragraphsOf } from './paragraphs.ts'
import { inReadingOrder } from './reading-order.ts'
import { runningHeads } from './running-heads.ts'
import { type Line, linesOf, type Run } from './words-of-page.ts'

/** More pages than any book, and the words of so many novels, in code units. */
const MOST_PAGES = 5_000
const MOST_WORDS = 20_000_000

interface Page {
  lines: Line[]
  height: number
  /** Letters of fonts that do not say which letter a shape is: they come as control characters and private ones. */
  untold: number
  isBroken: boolean
}

/** Of a page's letters. A list has a bullet of a private font on each line; a text in such a font has each blank so. */
const SHARE_UNTOLD = 0.05
const UNTOLD = /(?![\t\n\r])[\p{Cc}\p{Co}]/gu

/** Makes an article of a PDF's words: in the order they are read, with the pages' own lines set apart. Nothing is drawn. */
export async function articleFromPdf(bytes: Uint8Array, origin: Origin): Promise<ArticleDraft> {
  const pdf = await openPdf(bytes)
  if (pdf.numPages > MOST_PAGES) throw tooLong()
  const pages: Page[] = []
  let letters = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pageOf(pdf, number)
    letters += page.lines.reduce((sum, { text }) => sum + text.length, 0)
    if (letters > MOST_WORDS) throw tooLong()
    pages.push(page)
  }
  if (pages.every(({ isBroken }) => isBroken)) throw damagedPdf()
  if (letters === 0) throw onlyPictures()
  const untold = pages.filter(isUntold).length
  if (untold * 2 > pages.length) throw lettersUntold()
  const isRtl =
    directionOf(
      pages
        .flatMap(({ lines }) => lines.map(({ text }) => text))
        .join('\n')
        .slice(0, 20_000),
    ) === 'rtl'
  const heads = runningHeads(pages)
  const ordered = pages.flatMap(({ lines }) => {
    const own = inReadingOrder(
      lines.filter((line) => !heads.has(line)),
      isRtl,
    )
    return [...own, ...lines.filter((line) => heads.has(line))]
  })
  const { text, pieces } = joinPieces(
    paragraphsOf(ordered, heads).map((part) => ({ ...part, words: normalise(part.words) })),
  )
  const { title, ...own } = await ownDetailsOf(pdf)
  const draft = withOwnDetails(assemble(text, pieces, { ...origin, name: title || origin.name }), own)
  const broken = pages.filter(({ isBroken }) => isBroken).length
  const empty = pages.filter(({ lines }) => lines.length === 0).length - broken
  return { ...draft, notices: noticesOf(pages.length, { empty, broken, untold }) }
}

async function pageOf(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    return await readPage(pdf, number)
  } catch (error) {
    // One page that is damaged takes no other along.
    console.error('A page could not be read:', error instanceof Error ? error.message : error)
    return { lines: [], height: 0, untold: 0, isBroken: true }
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const [, bottom = 0, , top = 0] = page.view
  const runs = items.flatMap((item) => ('str' in item ? (runOf(item, bottom) ?? []) : []))
  page.cleanup()
  return {
    lines: linesOf(runs, number).filter(({ text }) => text !== ''),
    height: top - bottom,
    untold: runs.reduce((sum, { text }) => sum + (text.match(UNTOLD)?.length ?? 0), 0),
    isBroken: false,
  }
}

function isUntold({ lines, untold }: Page): boolean {
  return untold > lines.reduce((sum, { text }) => sum + text.length, 0) * SHARE_UNTOLD
}

/** Letters as they are shaped for print: ligatures, and Arabic and Hebrew ones by their place in the word. */
const SHAPES = /[\ufb00-\ufdff\ufe70-\ufefc]+/gu

/** Null for what runs up or down the page, as stamps on its edge do. */
function runOf({ str, transform, width }: TextItem, bottom: number): Run | null {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform as number[]
  if (str.trim() === '' || Math.abs(b) > Math.abs(a)) return null
  return {
    text: str.replace(SHAPES, (shape) => shape.normalize('NFKC')),
    x,
    y: y - bottom,
    width,
    size: Math.hypot(c, d) || 1,
  }
}

function noticesOf(all: number, { empty, broken, untold }: Record<'empty' | 'broken' | 'untold', number>) {
  const of = (some: number, one: string, many: string) =>
    `${some} of its ${all} pages ${some === 1 ? one : many}`
  return [
    ...(empty > 0 ? [`${of(empty, 'is a picture', 'are pictures')}: no words could be read there.`] : []),
    ...(broken > 0 ? [`${of(broken, 'is', 'are')} damaged and could not be read.`] : []),
    ...(untold > 0
      ? [`${of(untold, 'has', 'have')} fonts that do not say their letters: words are wrong there.`]
      : []),
  ]
}

function lettersUntold(): TroubleError {
  return new TroubleError(
    'no-words',
    'The fonts of this PDF do not say which letters they show, so its words could not be read. Nothing was added to the case.',
    'Run it through a program that recognises the letters (OCR), and add what comes out.',
  )
}

function onlyPictures(): TroubleError {
  return new TroubleError(
    'no-words',
    'This PDF holds pictures of pages, and no words that could be read. Nothing was added to the case.',
    'Run it through a program that recognises the letters (OCR), and add what comes out.',
  )
}

function tooLong(): TroubleError {
  return new TroubleError(
    'file-too-large',
    'This PDF is longer than 5,000 pages or 20 million letters. Nothing was added to the case.',
    'Cut it into smaller files, or copy the part you need and paste it.',
  )
}
