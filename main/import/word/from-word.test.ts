import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { TroubleError } from '../../trouble.ts'
import { p, wordFile } from '../testing/word-file.ts'
import { articleFromWord } from './from-word.ts'

const read = (bytes: Uint8Array) => articleFromWord(bytes, { source: 'file.docx', name: 'file' })
const shown = (bytes: Uint8Array) => {
  const { text, blocks } = read(bytes)
  return blocks.map(({ kind, start, end, level }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`)
}
const refused = (bytes: Uint8Array) => {
  try {
    read(bytes)
    return null
  } catch (error) {
    return error instanceof TroubleError ? error.trouble.code : error
  }
}
const FIRST =
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had, as people said.'
const SECOND =
  'The ferry stayed where it was until the eleventh of the month, and those who had to leave went over the ice.'

test('a magazine’s manuscript: title, byline, crossheads of the house, a quotation and a caption', () => {
  const bytes = wordFile({
    core: '<dc:title>Draft 3</dc:title><dc:creator>Typist</dc:creator><dcterms:created>2023-11-02T08:00:00Z</dcterms:created>',
    app: '<Company>Coast Weekly</Company>',
    language: 'en-GB',
    body: [
      p('Ice in the har|bour', 'Titel'),
      p('By Mara Lind'),
      p('9 January 2024'),
      p(FIRST),
      p('What the pilots saw', 'Zwischentitel'),
      p(SECOND),
      p('“We walked,” she said.', 'Zitat'),
      p('The quay on 9 January.', 'Beschriftung'),
    ].join(''),
  })
  expect(read(bytes)).toMatchObject({
    title: 'Ice in the harbour',
    byline: 'Mara Lind',
    publisher: 'Coast Weekly',
    publishedOn: '2024-01-09',
    language: 'en-GB',
  })
  expect(shown(bytes)).toEqual([
    'title: Ice in the harbour',
    'furniture: By Mara Lind',
    'furniture: 9 January 2024',
    `paragraph: ${FIRST}`,
    'heading2: What the pilots saw',
    `paragraph: ${SECOND}`,
    'quote: “We walked,” she said.',
    'caption: The quay on 9 January.',
  ])
})

test('an agency’s report: sections, a list, a table, notes at its end, and what stands on every page set apart', () => {
  const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
  const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`
  const bytes = wordFile({
    core: '<dc:title>Losses at sea</dc:title><dc:creator>Ann Osei</dc:creator><dcterms:created>2024-02-05T10:00:00Z</dcterms:created>',
    body: [
      p('Findings', 'berschrift1'),
      `<w:p><w:r><w:t>${FIRST}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      p('Two boats were lost.', '', numbered),
      `<w:tbl><w:tr>${cell('Month')}${cell('Boats')}</w:tr><w:tr>${cell('May')}${cell('2')}</w:tr></w:tbl>`,
      p('Method', 'berschrift1'),
      p('Limits', 'berschrift2'),
      p(SECOND),
    ].join(''),
    parts: {
      'word/footnotes.xml': `<w:footnotes><w:footnote w:type="separator" w:id="0">${p('---')}</w:footnote><w:footnote w:id="2">${p('Harbour log, page 4.')}</w:footnote></w:footnotes>`,
      'word/header1.xml': `<w:hdr>${p('Maritime Office · Report 12')}</w:hdr>`,
      'word/header2.xml': `<w:hdr>${p('Maritime Office · Report 12')}</w:hdr>`,
    },
  })
  expect(read(bytes)).toMatchObject({ title: 'Losses at sea', byline: 'Ann Osei', publishedOn: '2024-02-05' })
  expect(shown(bytes)).toEqual([
    'heading2: Findings',
    `paragraph: ${FIRST}[2]`,
    'listItem: Two boats were lost.',
    'paragraph: Month\tBoats',
    'paragraph: May\t2',
    'heading2: Method',
    'heading3: Limits',
    `paragraph: ${SECOND}`,
    'listItem: [2] Harbour log, page 4.',
    'furniture: Maritime Office · Report 12',
  ])
})

test('an edited letter: changes as they were accepted, nothing that was struck out or hidden, a text box once', () => {
  const bytes = wordFile({
    language: 'ar-SA',
    core: '<dc:creator>Microsoft Office User</dc:creator>',
    body: [
      `<w:p><w:r><w:t>The boat </w:t></w:r><w:del><w:r><w:delText>sank</w:delText></w:r></w:del><w:ins><w:r><w:t>was lost</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:br/><w:t>on Monday.</w:t></w:r></w:p>`,
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('A note in a box.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('A note in a box.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>It was the second &amp; last.</w:t></w:r></w:p>`,
    ].join(''),
  })
  expect(read(bytes).text).toBe(
    'The boat was lost\non Monday.\n\nA note in a box.\n\nIt was the second & last.',
  )
  // Where its words are in no language that can be told, the program's own setting is all there is to go by.
  expect(read(bytes)).toMatchObject({ byline: '', source: 'file.docx' })
})

test('what is no sound Word document is called what it is', () => {
  const locked = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')])
  expect(refused(locked)).toBe('file-locked')
  expect(refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('file-kind-unknown')
  expect(refused(strToU8('PK\x03\x04 and no more'))).toBe('word-damaged')
  expect(refused(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toBe('word-damaged')
  expect(refused(wordFile({ body: p(' ') }))).toBe('no-words')
  const whole = wordFile({ body: p(FIRST) })
  expect(refused(whole.subarray(0, whole.length >> 1))).toBe('word-damaged')
})

test('an archive that unpacks to more than an article can have is refused before it is unpacked', () => {
  const bomb = wordFile({ body: p(FIRST) })
  const file = Buffer.from(bomb.buffer)
  // The size unpacked, in each entry of the archive's list (APPNOTE 4.3.12).
  for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 1))
    file.writeUInt32LE(40 * 1024 * 1024, at + 24)
  expect(refused(bomb)).toBe('file-too-large')
})

test('entities that stand for entities stand for nothing, and 100,000 elements in each other are read on', () => {
  const nested = wordFile({ body: `${'<w:p>'.repeat(100_000)}<w:r><w:t>Ice &a;&lol;</w:t></w:r>` })
  expect(read(nested).text).toContain('Ice')
  expect(read(nested).text.length).toBeLessThan(40)
})
