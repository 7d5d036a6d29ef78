import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UtilityProcess } from '../../host/utility-process.ts'
import { TroubleError } from '../trouble.ts'
import { draftOf, type FileKind, type ReadRequest } from './draft-of.ts'
import { readApart } from './read-apart.ts'

// Articles made to harm: each ends with either words or a sentence. Most are read here rather than in a process of their own,
// which takes longer to start; a parser that takes quadratic time for them would not end while a test is waited for.

const start = () => new UtilityProcess(join(import.meta.dirname, '../reader.ts'), [], { stdio: 'ignore' })
const apart = (request: ReadRequest) => readApart(start, request)
/** In milliseconds. The slowest takes 3 s where nothing else runs; other tests fill the machine meanwhile. */
const patience = 60_000

const WORDS =
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had, people said.'
const page = `<article><h1>Ice</h1><p>${WORDS}</p><p>${WORDS}</p></article>`
const bytesOf = (text: string) => new TextEncoder().encode(text)
const asked = (kind: FileKind, content: string | Uint8Array<ArrayBuffer>): ReadRequest => ({
  kind,
  name: 'page',
  bytes: typeof content === 'string' ? bytesOf(content) : content,
})

/** The words of the draft, or the code of the sentence. */
async function outcome(request: ReadRequest, read = draftOf): Promise<string> {
  try {
    const draft = await read(request)
    // Not toMatch: it would print megabytes.
    expect(/<(?:script|img|svg|iframe|meta|style|div)\b|javascript:/iu.test(JSON.stringify(draft))).toBe(
      false,
    )
    return draft.text
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error
    expect(error.trouble.message).toMatch(/^[“A-Z].*\.$/u)
    return error.trouble.code
  }
}

const active = [
  '<script>document.title = "<p>run</p>"</script>',
  '<ScRiPt\n>run()</sCrIpT\t>',
  '<img src=x onerror="run()"><body onload=run()>',
  '<svg onload=run()><script href="https://harm.example/a.js"/><foreignObject><p>run</p></foreignObject></svg>',
  '<iframe srcdoc="<p>run</p>" src="javascript:run()"></iframe>',
  '<meta http-equiv="refresh" content="0;url=https://harm.example/">',
  '<style>@import url(https://harm.example/a.css); p::before { content: "run" }</style>',
  '<link rel=stylesheet href="https://harm.example/a.css"><link rel=preconnect href="https://harm.example">',
  '<a href="javascript:run()"></a><a href="data:text/html,<script>run()</script>"></a>',
  '<base href="https://harm.example/"><form action="//harm.example"><input value=run><button>run</button></form>',
  '<object data="data:text/html,run"><p>run</p></object><embed src="https://harm.example/a.swf">',
  '<math><mtext><p>run</p></mtext></math><template><p>run</p></template><noscript><p>run</p></noscript>',
  '<!DOCTYPE x [<!ENTITY a "run"><!ENTITY b SYSTEM "file:///etc/passwd">]>',
  '<?xml-stylesheet href="https://harm.example/a.xsl"?><![CDATA[<script>run()</script>]]>',
]

test(
  'of a page with everything that can run or load, the words are left',
  async () => {
    const text = await outcome(
      asked('html', `${active.join('\n')}${page}${active.toReversed().join('\n')}`),
      apart,
    )
    expect(text).toContain(`Ice\n\n${WORDS}\n\n${WORDS}`)
    expect(text).not.toMatch(/\brun\b/u)
  },
  patience,
)

/** What a page is made of, and what must come of it: its words, or any of the two. */
const pages: [what: string, make: () => string, words?: string][] = [
  ['200,000 elements in each other', () => `${'<div>'.repeat(200_000)}${page}`, WORDS],
  [
    '200,000 elements in each other, closed',
    () => `${'<div>'.repeat(200_000)}${page}${'</div>'.repeat(200_000)}`,
    WORDS,
  ],
  ['100,000 tables in each other', () => `${'<table><tr><td>'.repeat(100_000)}${page}`, WORDS],
  ['a line of 20 MB', () => `<p>${'harbour '.repeat(2_500_000)}`, 'harbour'],
  [
    'a million attributes',
    () => `<p ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}=b`).join(' ')}>${WORDS}`,
    WORDS,
  ],
  ['160,000 tags left open', () => `${'<p><b><i>ice<div>'.repeat(40_000)}`, 'ice'],
  [
    '200,000 end tags of nothing',
    () => `${'<div>'.repeat(10_000)}${'</b></p>'.repeat(100_000)}${page}`,
    WORDS,
  ],
  ['100,000 links', () => `<div>${'<a href="x">ice</a> '.repeat(100_000)}</div>`, 'ice'],
  [
    '2,400 links, which Readability judges',
    () => `<div>${'<a href="x">ice</a> '.repeat(2400)}</div>${page}`,
    WORDS,
  ],
  ['300,000 line breaks', () => `${'<br> '.repeat(300_000)}${page}`, WORDS],
  ['a million opening brackets', () => `${'<'.repeat(1_000_000)}${page}`, WORDS],
  ['a million comments in each other', () => `<p>${WORDS}</p>${'<!--'.repeat(1_000_000)}`, WORDS],
  ['300,000 references to letters', () => `<p>${'&Ic;&ice;&#x49;'.repeat(300_000)}`],
  [
    'references to references',
    () => `<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">${'&a;'.repeat(100_000)}${page}`,
    WORDS,
  ],
  ['a letter under 500,000 marks', () => `<p>a${'\u0301'.repeat(500_000)} ${WORDS}`, WORDS],
  [
    'data in a hundred thousand brackets',
    () => `<script type="application/ld+json">${'['.repeat(150_000)}</script>${page}`,
    WORDS,
  ],
  ['a title of half a million dashes', () => `<title>${'a - '.repeat(500_000)}</title>${page}`, WORDS],
  [
    'a style of six megabytes',
    () => `<p style="${'display:none;'.repeat(500_000)}x">x</p><p>${WORDS}`,
    WORDS,
  ],
  ['classes of eight megabytes', () => `<div class="${'comment-ad '.repeat(700_000)}">x</div>${page}`, WORDS],
  ['five million spaces', () => `<p>a${' '.repeat(5_000_000)}b</p><p>${WORDS}`, WORDS],
  ['NULs and halves of letters', () => `<p>a\u0000b\ud800</p>${page}`, WORDS],
]

test.each(pages)(
  'a page of %s ends with words or a sentence',
  async (_what, make, words = '') => {
    const came = await outcome(asked('html', make()))
    expect(came.includes(words)).toBe(true)
  },
  patience,
)

test(
  'a page of 2,500,000 elements is refused for that',
  async () => {
    expect(await outcome(asked('html', '<i id=a>'.repeat(2_500_000)))).toBe('too-many-parts')
  },
  patience,
)

test(
  'an article that takes more memory than there is for reading it ends with a sentence',
  async () => {
    const path = join(import.meta.dirname, '../reader.ts')
    const small = () => new UtilityProcess(path, ['48'], { stdio: 'ignore' })
    const came = await outcome(asked('markdown', '*a* '.repeat(500_000)), (request) =>
      readApart(small, request),
    )
    expect(came).toBe('reading-broke-off')
  },
  patience,
)

test(
  'a page in three charsets at once is read, with its damage shown',
  async () => {
    const bytes = Uint8Array.from([
      ...bytesOf(`<meta charset=utf-8>${page}<p>Größe`),
      0xff,
      0xfe,
      0x41,
      0x00,
      0xe9,
      0xe4,
      ...bytesOf('</p>'),
    ])
    expect(await outcome(asked('html', bytes))).toContain(WORDS)
  },
  patience,
)

test.each([
  ['100,000 brackets', '[('.repeat(100_000)],
  ['100,000 stars', '*_a'.repeat(60_000)],
  ['100,000 quotations in each other', `${'>'.repeat(100_000)} ice`],
  ['100,000 items in each other', '- '.repeat(100_000)],
  ['fences that never close', '```\n~~~\n'.repeat(30_000)],
  [
    '300 rows under 1,000 columns',
    `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${`|${'b|'.repeat(200)}\n`.repeat(2000)}`,
  ],
  ['tags that never close', '<a <b <!-- <![CDATA['.repeat(20_000)],
])(
  'a Markdown text of %s ends with words or a sentence',
  async (_what, text) => {
    expect((await outcome(asked('markdown', text))).length).toBeGreaterThan(0)
  },
  patience,
)
