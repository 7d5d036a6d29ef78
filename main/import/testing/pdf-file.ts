import { PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib'

/** Words at a place on an A4 page: x from the left and y from the top, in points. */
export interface Placed {
  text: string
  x: number
  y: number
  size: number
}

/** Lines one under the other, as a typesetter would set them: `leading` from line to line. */
export function column(lines: string[], x: number, y: number, size: number, leading = size * 1.25): Placed[] {
  return lines.map((text, at) => ({ text, x, y: y + at * leading, size }))
}

const HEIGHT = 842

/** The bytes of a PDF with these words on its pages; `about` is what it says of itself. */
export async function pdfFile(
  pages: Placed[][],
  about: { title?: string; author?: string; created?: string; language?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  const draw = (page: PDFPage, { text, x, y, size }: Placed) =>
    page.drawText(text, { x, y: HEIGHT - y, size, font })
  for (const words of pages) {
    const page = pdf.addPage([595, HEIGHT])
    for (const each of words) draw(page, each)
  }
  if (about.title) pdf.setTitle(about.title)
  if (about.author) pdf.setAuthor(about.author)
  if (about.created) pdf.setCreationDate(new Date(about.created))
  if (about.language) pdf.setLanguage(about.language)
  return new Uint8Array(await pdf.save())
}
