import { Readability } from '@mozilla/readability'
import { unzipSync } from 'fflate'
import { Tokenizer } from 'htmlparser2'
import { parseHTML } from 'linkedom/worker'
import MarkdownIt from 'markdown-it'
import { draftOf, type FileKind } from '../../main/import/draft-of.ts'
import { openPdf } from '../../main/import/pdf/open-pdf.ts'
import { column, pdfFile } from '../../main/import/testing/pdf-file.ts'
import { p, wordFile } from '../../main/import/testing/word-file.ts'
import { interleaved, type Row, work } from '../measure.ts'

/*
 * Each format read as the reading process reads it, beside the library it rests on doing its part alone: taking the file apart,
 * without telling what is a title, a paragraph or the page's own. In processor time, since other programs run too.
 */

const ROUNDS = 12
/** A short article is over before the code is compiled: so many more rounds of it. */
const ROUNDS_OF_SHORT = 120
/** In UTF-16 code units. */
const SHORT = 100_000
/** Parts of the article below: how the cost grows with its length. */
const SIZES = [1 / 8, 1, 4]
/** Ours may cost so much more than the library alone; a text has none, only decoding. */
const TARGET = 4
const TARGET_OF_TEXT = 10

const sentence =
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had. '
const paragraphsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `Paragraph ${at}. ${sentence.repeat(1 + (at % 5))}`.trim())
const bytesOf = (text: string) => new TextEncoder().encode(text)

interface Format {
  kind: FileKind
  name: string
  bytes: Uint8Array<ArrayBuffer>
  peerName: string
  peer: (bytes: Uint8Array<ArrayBuffer>) => unknown
}

async function formats(size: number): Promise<Format[]> {
  const paragraphs = paragraphsOf(1200 * size)
  const lines = (words: string) => words.match(/.{1,90}(?:\s|$)/gu) ?? []
  const pages = Array.from({ length: Math.ceil(60 * size) }, (_, page) =>
    paragraphs
      .slice(page * 5, page * 5 + 5)
      .flatMap((words, at) => column(lines(words), 60, 60 + at * 140, 10)),
  )
  return [
    {
      kind: 'text',
      name: 'text',
      bytes: bytesOf(paragraphs.join('\n\n')),
      peerName: 'TextDecoder and NFC',
      peer: (bytes) => new TextDecoder().decode(bytes).normalize('NFC'),
    },
    {
      kind: 'markdown',
      name: 'Markdown',
      bytes: bytesOf(`# Ice\n\n${paragraphs.join('\n\n')}`),
      peerName: 'markdown-it',
      peer: (bytes) => new MarkdownIt().parse(new TextDecoder().decode(bytes), {}),
    },
    {
      kind: 'html',
      name: 'web page',
      bytes: bytesOf(
        `<article><h1>Ice</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article>`,
      ),
      peerName: 'Readability on linkedom',
      peer: (bytes) => readable(new TextDecoder().decode(bytes)),
    },
    {
      kind: 'word',
      name: 'Word',
      bytes: wordFile({ body: paragraphs.map((words) => p(words)).join('') }),
      peerName: 'fflate and htmlparser2',
      peer: (bytes) => tokens(new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])),
    },
    { kind: 'pdf', name: 'PDF', bytes: await pdfFile(pages), peerName: 'pdfjs-dist', peer: textOfPdf },
  ]
}

function readable(html: string): void {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  new Readability(document as unknown as Document).parse()
}

function tokens(xml: string): void {
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    new Proxy({}, { get: () => nothing }) as never,
  )
  tokenizer.write(xml)
  tokenizer.end()
}

async function textOfPdf(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const pdf = await openPdf(bytes)
  for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent()
}

export async function measureImport(): Promise<Row[]> {
  const rows: Row[] = []
  const all = (await Promise.all(SIZES.map(formats))).flat()
  for (const { kind, name, bytes, peerName, peer } of all.sort((a, b) => a.kind.localeCompare(b.kind))) {
    const doings = {
      // Copies: PDF.js keeps what it is given.
      ours: () => draftOf({ kind, name: `a.${kind}`, bytes: bytes.slice() }),
      peer: () => peer(bytes.slice()),
    }
    const { text } = await doings.ours()
    const rounds = text.length < SHORT ? ROUNDS_OF_SHORT : ROUNDS
    const { ours, peer: theirs } = await interleaved(rounds, doings, work)
    // Of words, not of file: an archive of repeated words is small.
    const speed = text.length / 1e6 / (ours / 1000)
    const ratio = ours / theirs
    const most = kind === 'text' ? TARGET_OF_TEXT : TARGET
    rows.push({
      bench: 'import',
      case: `${name}, ${speed.toPrecision(3)} MB/s`,
      size: text.length,
      ours,
      peer: theirs,
      peerName,
      unit: 'ms',
      ratio,
      target: `≤ ${most}`,
      holds: ratio <= most,
    })
  }
  return rows
}
