interface RawPdf {
  /** What the page draws, as bytes in Latin-1. */
  content: string
  filter?: string
  /** Of the tree of pages: the page is object 3, the tree itself 2. */
  kids?: string
  count?: number
  tail?: string
}

/**
 * A PDF as no program would write it: one page with a font (F1), a font that does not say its letters (F2) and a drawing that
 * draws itself (X1), and no table of its objects, which readers then look for one by one.
 */
export function rawPdf({ content, filter = '', kids = '[3 0 R]', count = 1, tail }: RawPdf) {
  const within = 'BT /F1 12 Tf 9 9 Td (ice) Tj ET /X1 Do /X1 Do'
  const resources = '<</Font<</F1 5 0 R/F2 7 0 R>>/XObject<</X1 6 0 R>>>>'
  const stream = (dictionary: string, data: string) =>
    `<<${dictionary}/Length ${data.length}>>stream\n${data}\nendstream`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids${kids}/Count ${count}>>`,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources${resources}>>`,
    stream(filter && `/Filter${filter}`, content),
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
    stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources${resources}`, within),
    '<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Own/Encoding/Identity-H/DescendantFonts[8 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 9 0 R>>',
    '<</Type/FontDescriptor/FontName/AAAAAA+Own/Flags 4/FontBBox[0 0 9 9]/ItalicAngle 0/Ascent 9/Descent 0/CapHeight 9/StemV 1>>',
  ].map((object, at) => `${at + 1} 0 obj${object}endobj`)
  const file = ['%PDF-1.7', ...objects, tail ?? 'trailer<</Root 1 0 R/Size 10>>'].join('\n')
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0))
}
