import { expect, test } from 'vitest'
import { TroubleError } from '../../trouble.ts'
import { column, type Placed, pdfFile } from '../testing/pdf-file.ts'
import { articleFromPdf } from './from-pdf.ts'

// PDF.js takes the bytes it is given for its own.
const read = (bytes: Uint8Array<ArrayBuffer>) =>
  articleFromPdf(bytes.slice(), { source: 'file.pdf', name: 'file' })
const shown = async (bytes: Uint8Array<ArrayBuffer>) => {
  const { text, blocks } = await read(bytes)
  return blocks.map(({ kind, start, end, level }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`)
}
const refused = (bytes: Uint8Array<ArrayBuffer>) =>
  read(bytes).then(
    () => null,
    (error) => (error instanceof TroubleError ? error.trouble.code : error),
  )
const around = (number: number): Placed[] => [
  { text: 'COAST WEEKLY', x: 60, y: 40, size: 8 },
  { text: String(number), x: 290, y: 810, size: 8 },
]

test('a magazine’s page in two columns: down one, then the other; what runs across parts them', async () => {
  const left = column(
    [
      'The harbour froze in the first week of the',
      'year, and nobody in the town could remem-',
      'ber when it last had. The ferry stayed where',
      'it was, and the well-known pilots of the port',
      'who had brought it in for thirty years said',
      'that they had never seen the like of this, nor',
    ],
    60,
    160,
    10,
  )
  const right = column(
    [
      'had their fathers. On the ninth a boat was',
      'lost off the point.',
      'Nobody was hurt. The men walked home',
      'over the ice, and the town, which had well-',
      'known reasons to fear for them, rang its bells',
      'until the morning came and all were home.',
    ],
    310,
    160,
    10,
  )
  const bytes = await pdfFile(
    [
      [
        ...around(4),
        { text: 'Ice in the harbour', x: 60, y: 90, size: 24 },
        { text: 'By Mara Lind', x: 60, y: 120, size: 10 },
        // As some programs write them: line by line across both columns.
        ...left.flatMap((line, at) => [line, right[at] as Placed]),
        { text: 'What came after', x: 60, y: 260, size: 14 },
        ...column(
          [
            'The ice held for eleven days and then broke up within an hour, with a noise that',
            'was heard as far as the lighthouse, and the ferry left at nine.',
          ],
          60,
          290,
          10,
        ),
      ],
      [...around(5), ...column(['The mayor said that she would not', 'forget it soon.'], 60, 90, 10)],
    ],
    {
      title: 'Microsoft Word - ice_final.doc',
      author: 'Typist',
      created: '2024-01-12T10:00:00Z',
      language: 'en-GB',
    },
  )
  expect(await read(bytes)).toMatchObject({
    title: 'Ice in the harbour',
    byline: 'Mara Lind',
    publishedOn: '2024-01-12',
    language: 'en-GB',
  })
  expect(await shown(bytes)).toEqual([
    'title: Ice in the harbour',
    'furniture: By Mara Lind',
    'paragraph: The harbour froze in the first week of the year, and nobody in the town could remember when it last had. The ferry stayed where it was, and the well-known pilots of the port who had brought it in for thirty years said that they had never seen the like of this, nor had their fathers. On the ninth a boat was lost off the point.',
    'paragraph: Nobody was hurt. The men walked home over the ice, and the town, which had well-known reasons to fear for them, rang its bells until the morning came and all were home.',
    'heading2: What came after',
    'paragraph: The ice held for eleven days and then broke up within an hour, with a noise that was heard as far as the lighthouse, and the ferry left at nine.',
    'furniture: COAST WEEKLY',
    'furniture: 4',
    'paragraph: The mayor said that she would not forget it soon.',
    'furniture: COAST WEEKLY',
    'furniture: 5',
  ])
})

test('an agency’s report: a paragraph over two pages is one, and headings are told by their size', async () => {
  const head = (page: number): Placed[] => [
    { text: `Maritime Office / Report 12 / ${page}`, x: 60, y: 50, size: 9 },
    { text: `Page ${page} of 2`, x: 480, y: 805, size: 9 },
  ]
  const bytes = await pdfFile(
    [
      [
        ...head(1),
        { text: 'Losses at sea in 2023', x: 60, y: 120, size: 22 },
        { text: '1 Findings', x: 60, y: 170, size: 16 },
        ...column(
          [
            'Two boats were lost in the year, one of them with all hands. Both had left the port',
            'against the advice of its pilots, and neither',
          ],
          60,
          200,
          11,
        ),
      ],
      [
        ...head(2),
        ...column(['had been inspected since the spring.'], 60, 100, 11),
        { text: '1.1 Method', x: 60, y: 140, size: 13 },
        ...column(
          ['The Office read the logs of every harbour', '(a) on the coast and', '(b) on the islands.'],
          60,
          170,
          11,
        ),
      ],
    ],
    { title: 'Losses at sea', author: 'Maritime Office', created: '2024-02-05T10:00:00Z' },
  )
  expect(await shown(bytes)).toEqual([
    'title: Losses at sea in 2023',
    'heading2: 1 Findings',
    'paragraph: Two boats were lost in the year, one of them with all hands. Both had left the port against the advice of its pilots, and neither had been inspected since the spring.',
    'furniture: Maritime Office / Report 12 / 1',
    'furniture: Page 1 of 2',
    'heading3: 1.1 Method',
    'paragraph: The Office read the logs of every harbour',
    'listItem: (a) on the coast and',
    'listItem: (b) on the islands.',
    'furniture: Maritime Office / Report 12 / 2',
    'furniture: Page 2 of 2',
  ])
  expect(await read(bytes)).toMatchObject({ byline: 'Maritime Office', publishedOn: '2024-02-05' })
})

test('a printed letter: paragraphs that begin with an indent, and a table read row by row', async () => {
  const bytes = await pdfFile([
    [
      ...column(
        [
          'Dear Ms Osei, we write about the two boats that were lost off',
          'the point this winter, and ask for the log of that night.',
        ],
        60,
        100,
        12,
      ),
      { text: 'The table shows what we know so far, and from whom we know', x: 78, y: 130, size: 12 },
      { text: 'it: two of three are rumours.', x: 60, y: 145, size: 12 },
      ...['May', '2', 'Harbour log', 'June', '1', 'A rumour', 'July', '4', 'A rumour'].map((text, at) => ({
        text,
        x: 60 + (at % 3) * 150,
        y: 190 + Math.floor(at / 3) * 30,
        size: 12,
      })),
    ],
  ])
  const { text } = await read(bytes)
  expect(text.split('\n\n').slice(0, 2)).toEqual([
    'Dear Ms Osei, we write about the two boats that were lost off the point this winter, and ask for the log of that night.',
    'The table shows what we know so far, and from whom we know it: two of three are rumours.',
  ])
  expect(text.replace(/\s+/gu, ' ')).toContain('May 2 Harbour log June 1 A rumour July 4 A rumour')
})

test('a PDF of pictures, a damaged one and an empty page are each called what they are', async () => {
  expect(await refused(await pdfFile([[]]))).toBe('no-words')
  expect(await refused(new TextEncoder().encode('%PDF-1.7 and no more'))).toBe('pdf-damaged')
  const half = await read(await pdfFile([[], [{ text: 'It left at nine.', x: 60, y: 100, size: 12 }]]))
  expect(half.notices).toEqual(['1 of its 2 pages is a picture: no words could be read there.'])
})

test('a PDF that is locked with a password says so', async () => {
  // The smallest there is: an Encrypt dictionary whose check no empty password passes.
  const locked = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj',
    `3 0 obj<</Filter/Standard/V 1/R 2/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})/P -4>>endobj`,
    `trailer<</Root 1 0 R/Encrypt 3 0 R/ID[(${'i'.repeat(16)})(${'i'.repeat(16)})]/Size 4>>`,
  ].join('\n')
  expect(await refused(new TextEncoder().encode(locked))).toBe('file-locked')
})
