import { strToU8, zipSync } from 'fflate'

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** One paragraph as Word writes it: its style, and its words in runs. */
export function p(words: string, style = '', inner = ''): string {
  const runs = words.split('|').map((run) => `<w:r><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`)
  const pPr = `<w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${inner}</w:pPr>`
  return `<w:p w:rsidR="00AB12CD">${pPr}${runs.join('')}</w:p>`
}

const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`

/** Ids as a German Word writes them; the names are Word's own in every language. */
const STYLES = [
  style('Standard', 'Normal'),
  style('Titel', 'Title'),
  style('berschrift1', 'heading 1'),
  style('berschrift2', 'heading 2'),
  style('Zitat', 'Quote'),
  style('Beschriftung', 'caption'),
  style('Zwischentitel', 'House crosshead', '<w:basedOn w:val="berschrift2"/>'),
].join('')

interface WordFile {
  body: string
  core?: string
  app?: string
  language?: string
  /** Further parts by name, as XML. */
  parts?: Record<string, string>
}

/** The bytes of a .docx (ECMA-376) with just the parts that hold words. */
export function wordFile({
  body,
  core = '',
  app = '',
  language = 'en-US',
  parts = {},
}: WordFile): Uint8Array<ArrayBuffer> {
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">${core}</cp:coreProperties>`,
    'docProps/app.xml': `<Properties>${app}</Properties>`,
    'word/styles.xml': `<w:styles ${NS}><w:docDefaults><w:rPr><w:lang w:val="${language}"/></w:rPr></w:docDefaults>${STYLES}</w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${NS}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}
