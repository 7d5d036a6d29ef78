import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UtilityProcess } from '../../host/utility-process.ts'
import { TroubleError } from '../trouble.ts'
import { draftOf } from './draft-of.ts'
import { readApart } from './read-apart.ts'
import { pdfFile } from './testing/pdf-file.ts'
import { rawPdf } from './testing/raw-pdf.ts'
import { p, wordFile } from './testing/word-file.ts'

// Word documents and PDFs made to harm: each ends with words or a sentence. What takes much time or memory is read as the
// program reads it, in a process of its own; the others here, which is faster to start.

const WORDS =
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had, people said.'
type Bytes = Uint8Array<ArrayBuffer>
type Kind = 'word' | 'pdf'

const here = (kind: Kind, bytes: Bytes) => draftOf({ kind, name: 'report', bytes })
const start = () => new UtilityProcess(join(import.meta.dirname, '../reader.ts'), [], { stdio: 'ignore' })
const apart = (kind: Kind, bytes: Bytes, limit?: number) =>
  readApart(start, { kind, name: 'report', bytes }, limit ? { limit } : {})

/** The words and what is said about them, or the code of the sentence. */
async function outcome(reading: Promise<{ text: string; notices: string[] }>): Promise<string> {
  try {
    const { text, notices } = await reading
    return [text, ...notices].join('\n')
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error
    expect(error.trouble.message).toMatch(/^[“A-Z].*\.$/u)
    expect(error.trouble.message).not.toContain('undefined')
    return error.trouble.code
  }
}
const patience = 120_000

const archive = (files: Record<string, string | Uint8Array>): Bytes =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
const documentOf = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`
const ole = (...words: string[]): Bytes =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600), ...Buffer.from(words.join(''), 'utf16le')])

describe('a Word document', () => {
  const cases: [what: string, make: () => Bytes, comes: string][] = [
    [
      'with an archive for its words',
      () => archive({ 'word/document.xml': archive({ a: WORDS }) }),
      'no-words',
    ],
    [
      'with names that lead out of the archive',
      () =>
        archive({
          '/etc/passwd': 'no',
          'C:\\Windows\\a.xml': 'no',
          '../../word/document.xml': documentOf(p('no')),
          'word/document.xml': documentOf(p(WORDS)),
        }),
      WORDS,
    ],
    [
      'whose words lie outside it',
      () => archive({ '../word/document.xml': documentOf(p(WORDS)) }),
      'word-damaged',
    ],
    [
      'with entities that grow and one that fetches',
      () =>
        archive({
          'word/document.xml': `<!DOCTYPE d [<!ENTITY a "ice"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>${documentOf(
            `<w:p><w:r><w:t>${WORDS}&b;&c;</w:t></w:r></w:p>`,
          )}`,
        }),
      WORDS,
    ],
    [
      'of 100,000 tables in each other',
      () => wordFile({ body: `${'<w:tbl><w:tr><w:tc>'.repeat(100_000)}${p(WORDS)}` }),
      WORDS,
    ],
    [
      'of 100,000 text boxes in each other',
      () => wordFile({ body: `${'<w:p><w:r><w:txbxContent>'.repeat(100_000)}${p(WORDS)}` }),
      WORDS,
    ],
    [
      'with styles that rest on each other in a circle',
      () => {
        const styles = Array.from(
          { length: 20_000 },
          (_, at) =>
            `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${(at + 1) % 20_000}"/></w:style>`,
        )
        return wordFile({
          body: p(WORDS, 's1'),
          parts: { 'word/styles.xml': `<w:styles>${styles.join('')}</w:styles>` },
        })
      },
      WORDS,
    ],
    ['without words in it', () => archive({ 'xl/workbook.xml': '<x/>' }), 'word-damaged'],
    ['that was cut off', () => wordFile({ body: p(WORDS.repeat(50)) }).slice(0, -90), 'word-damaged'],
    ['that is locked with a password', () => ole('EncryptionInfo', 'EncryptedPackage'), 'file-locked'],
    ['of before 2007 under a newer name', () => ole('WordDocument'), 'file-kind-unknown'],
  ]
  test.each(cases)('%s', async (_what, make, comes) => {
    const came = await outcome(here('word', make()))
    expect(came.slice(0, comes.length)).toBe(comes)
    expect(came).not.toMatch(/\bno\b(?!body|-)|iceice|root:/u)
  })

  test(
    'of 32 MB in 40 kB is refused for its length, in time and room that are bounded',
    async () => {
      const bomb = wordFile({ body: p('harbour '.repeat(4_000_000)) })
      expect(bomb.length).toBeLessThan(60_000)
      expect(await outcome(apart('word', bomb))).toBe('file-too-large')
    },
    patience,
  )

  test(
    'of 600,000 paragraphs is refused for that',
    async () => {
      const many = wordFile({ body: '<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(600_000) })
      expect(await outcome(apart('word', many))).toBe('file-too-large')
    },
    patience,
  )
})

describe('a PDF', () => {
  const show = `BT /F1 8 Tf 60 700 Td (${WORDS}) Tj ET`
  const cases: [what: string, make: () => Bytes | Promise<Bytes>, comes: string][] = [
    ['that claims a million pages', () => rawPdf({ content: show, count: 1_000_000 }), WORDS],
    ['whose pages stand in a circle', () => rawPdf({ content: show, kids: '[2 0 R]' }), 'pdf-damaged'],
    ['with a drawing that draws itself', () => rawPdf({ content: `${show} /X1 Do` }), WORDS],
    ['of half a million brackets', () => rawPdf({ content: '['.repeat(500_000) }), 'no-words'],
    ['without any words', () => rawPdf({ content: '0 0 9 9 re f' }), 'no-words'],
    [
      'whose fonts do not say which letters they show',
      () => rawPdf({ content: 'BT /F2 12 Tf 60 700 Td <0024002500030044004500460003002500260027> Tj ET' }),
      'no-words',
    ],
    [
      'that was cut off',
      async () => {
        const whole = await pdfFile([[{ text: WORDS, x: 60, y: 100, size: 8 }]])
        return whole.slice(0, whole.length >> 1)
      },
      'pdf-damaged',
    ],
    [
      'whose list of objects leads back to itself',
      () => rawPdf({ content: show, tail: 'xref\n0 0\ntrailer<</Root 9 0 R/Prev 9>>\nstartxref\n9\n%%EOF' }),
      '',
    ],
  ]
  test.each(cases)('%s', async (_what, make, comes) => {
    expect((await outcome(here('pdf', await make()))).slice(0, comes.length)).toBe(comes)
  })

  // One that unpacks to 400 MB in two steps: the process ends where its time or its memory does.
  test(
    'of 400 MB in 2 kB ends with a sentence',
    async () => {
      const bomb = deflateSync(deflateSync(new Uint8Array(400_000_000), { level: 1 }))
      expect(bomb.length).toBeLessThan(20_000)
      const pdf = rawPdf({ content: bomb.toString('latin1'), filter: '[/FlateDecode/FlateDecode]' })
      // So short that no machine reads to its end.
      expect(await outcome(apart('pdf', pdf, 1000))).toMatch(/^reading-(?:too-long|broke-off)$/u)
    },
    patience,
  )
})
