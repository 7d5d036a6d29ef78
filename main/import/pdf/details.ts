import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { findDate } from '../dates.ts'
import { oneLine } from '../one-line.ts'
import type { OwnDetails } from '../own-details.ts'

/** "Microsoft Word - report_final.doc" and the like say which file was printed, not what it is called. */
const FILE_NAME =
  /^(?:microsoft \p{L}+ - |untitled|document\d*$)|\.(?:docx?|pdf|indd|qxp|tex|dvi|html?|xlsx?|pptx?)$/iu

/** Made by printing a page that was there before: its date is the day of printing. */
const PRINTED =
  /skia|chrom(?:e|ium)|mozilla|firefox|quartz|wkhtmltopdf|webkit|print to pdf|pdfcreator|ghostscript/iu

/** What a PDF says of itself: in its XMP data first (ISO 16684-1), where publishers write, then in its older information. */
export async function ownDetailsOf(pdf: PDFDocumentProxy): Promise<OwnDetails & { title: string }> {
  // Damaged data about a document is no reason not to read its words.
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const xmp = (name: string) => oneLine(lineOf(metadata?.get(name)))
  const plain = (name: string) => oneLine(lineOf((info as Record<string, unknown>)[name]))
  const title = xmp('dc:title') || plain('Title')
  const isPrinted = PRINTED.test(`${plain('Producer')} ${plain('Creator')}`)
  const address = [xmp('dc:source'), xmp('prism:url'), xmp('dc:identifier')].find((each) =>
    /^https?:\/\//u.test(each),
  )
  return {
    title: FILE_NAME.test(title) ? '' : title,
    byline: xmp('dc:creator') || plain('Author'),
    publisher: xmp('dc:publisher') || xmp('prism:publicationname'),
    publishedOn:
      findDate(xmp('prism:publicationdate') || xmp('dc:date'))?.date ??
      (isPrinted ? undefined : (dayOf(plain('CreationDate')) ?? findDate(xmp('xmp:createdate'))?.date)) ??
      '',
    source: address ?? '',
    language: xmp('dc:language') || plain('Language'),
  }
}

function lineOf(value: unknown): string {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join(', ')
  return typeof value === 'string' ? value : ''
}

/** "D:20240109083000+01'00'" is the ninth of January 2024. */
function dayOf(date: string): string | undefined {
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/u.exec(date) ?? []
  return findDate(`${year}-${month}-${day}`)?.date
}
