import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../decode.ts'
import { normalise } from '../normalise.ts'
import { articleFromHtml, charsetOf } from './from-html.ts'

const read = (html: string) => articleFromHtml(html, { source: 'page.html', name: 'page' })
const shown = (html: string, kinds: RegExp = /./u) => {
  const { text, blocks } = read(html)
  return blocks
    .filter(({ kind }) => kinds.test(kind))
    .map(({ kind, level, start, end }) => [level ? `${kind} ${level}` : kind, text.slice(start, end)])
}
const ICE =
  'The harbour froze in the first week of the year, and nobody in the town could remember when it last had, people said.'
const FERRY =
  'The ferry stayed at its berth for nine days; the pilots, who are paid by the ship, went home, and the mayor asked for help.'
const SPRING =
  'By March the ice was gone, and with it the visitors, who had come from three countries, the harbour office said.'

const newspaper = `<!DOCTYPE html>
<!-- saved from url=(0040)https://www.coast-weekly.example/ice?a=1 -->
<html lang="en-GB"><head><meta charset="utf-8"><title>Ice in the harbour | Coast Weekly</title>
<meta property="og:site_name" content="Coast Weekly"><meta name="author" content="By Ann Example">
<meta property="article:published_time" content="2021-02-14T23:30:00-05:00">
<style>p { color: red }</style><script>var x = "<p>no</p>"</script></head>
<body class="no-sidebar"><header><a href="/">Coast Weekly</a>
<nav><ul><li><a href="/n">News</a><li><a href="/s">Sea</a></ul></nav></header>
<main><article><h1>Ice in the harbour</h1><p class="byline">By Ann Example</p>
<figure><img src="x.jpg" alt="no"><figcaption>Boats in the ice. (Photo by Cy Pattern)</figcaption></figure>
<p>${ICE.replace('nobody', '<b>no</b>body')}</p>
<div class="newsletter"><p>Sign up for our Harbour newsletter</p><form><input name=a><button>Go</button></form></div>
<h2>What the boats&nbsp;did</h2><p>${FERRY}</p>
<blockquote><p>We have waited for thirty years for such ice, and now nobody wants it.</p></blockquote>
<ul><li>One tug was holed, and its crew was taken off by the lifeboat.<li>Two barges drifted out with the tide.</ul>
<p>${SPRING}</p>
<table><tr><th>Day<th>Ice<tr><td>1<td>4 cm</table>
</article><aside><h3>Most read</h3><a href=1>A storm is named after the mayor</a></aside>
<section id="comments"><h3>Comments</h3><p>First! I think that this is all made up by the harbour office.</p></section></main>
<footer><p>© 2021 Coast Weekly</p><a href=x>Privacy</a></footer><svg><text>no</text></svg></body></html>`

test("a newspaper's page is its article, with the page around it set apart", () => {
  expect(read(newspaper)).toMatchObject({
    title: 'Ice in the harbour',
    byline: 'Ann Example',
    publisher: 'Coast Weekly',
    publishedOn: '2021-02-14',
    source: 'https://www.coast-weekly.example/ice?a=1',
    language: 'en-GB',
    direction: 'ltr',
  })
  expect(shown(newspaper)).toEqual([
    ['furniture', 'Coast Weekly'],
    ['furniture', 'News · Sea'],
    ['title', 'Ice in the harbour'],
    ['furniture', 'By Ann Example'],
    ['caption', 'Boats in the ice. (Photo by Cy Pattern)'],
    ['paragraph', ICE],
    ['furniture', 'Sign up for our Harbour newsletter'],
    ['heading 2', 'What the boats did'],
    ['paragraph', FERRY],
    ['quote', 'We have waited for thirty years for such ice, and now nobody wants it.'],
    ['listItem', 'One tug was holed, and its crew was taken off by the lifeboat.'],
    ['listItem', 'Two barges drifted out with the tide.'],
    ['paragraph', SPRING],
    ['paragraph', 'Day\tIce'],
    ['paragraph', '1\t4 cm'],
    ['furniture', 'Most read'],
    ['furniture', 'A storm is named after the mayor'],
    ['furniture', 'Comments'],
    ['furniture', 'First! I think that this is all made up by the harbour office.'],
    ['furniture', '© 2021 Coast Weekly · Privacy'],
  ])
})

test("a magazine of nothing but divs is told by what it says of itself in data, and the paper's name is no title", () => {
  const data = {
    '@graph': [
      { '@type': 'WebSite', name: 'Sea Review' },
      {
        '@type': ['NewsArticle'],
        headline: 'Who pays for the ice?',
        author: [{ '@type': 'Person', name: 'Bo Sample' }, { name: 'Dee Model' }],
        publisher: { name: 'Sea Review' },
        datePublished: '2022-03-01T08:00:00Z',
      },
    ],
  }
  const page = `<html lang=en><head><title>Who pays for the ice? - Sea Review</title>
<link rel="canonical" href="https://sea-review.example/who-pays">
<script type="application/ld+json">${JSON.stringify(data)}</script></head><body><div id="page">
<div class="site-header"><h1>Sea Review</h1><div class="menu"><a href=1>Home</a> <a href=2>About</a></div></div>
<div class="content"><h2 class="entry-title">Who pays for the ice?</h2><div class="meta">March 1, 2022</div>
<div class="entry-content"><div>${ICE}</div><div>${FERRY}</div><h3>The bill</h3><div>${SPRING}</div></div>
<div class="related-posts"><div><a href=3>A lighthouse is sold</a></div><div><a href=4>Ten ways to cook eel</a></div></div>
</div></div></body></html>`
  expect(read(page)).toMatchObject({
    title: 'Who pays for the ice?',
    byline: 'Bo Sample, Dee Model',
    publisher: 'Sea Review',
    publishedOn: '2022-03-01',
    source: 'https://sea-review.example/who-pays',
  })
  expect(shown(page, /title|heading|paragraph/u)).toEqual([
    ['title', 'Who pays for the ice?'],
    ['paragraph', ICE],
    ['paragraph', FERRY],
    ['heading 3', 'The bill'],
    ['paragraph', SPRING],
  ])
})

test('an old page of tables and line breaks, in an old charset, has paragraphs', () => {
  const words =
    'Гавань замерзла в первую неделю года, и никто в городе не мог вспомнить, когда это было в последний раз. '
  const html = `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=windows-1251"><TITLE>Лёд</TITLE></HEAD>
<BODY><TABLE><TR><TD width=9></TD><TD><FONT><H1>Лёд в гавани</H1>${words.repeat(3)}<BR><BR>${words.repeat(2)}<P>${words.repeat(2)}</FONT></TABLE>`
  const letters = [...html].map((letter) => {
    const code = letter.charCodeAt(0)
    if (letter === 'ё') return 0xb8
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
  })
  const bytes = Uint8Array.from(letters)
  expect(charsetOf(bytes)).toBe('windows-1251')
  const { text, notices } = decode(bytes, charsetOf(bytes))
  expect(notices).toEqual([])
  expect(read(text)).toMatchObject({ title: 'Лёд в гавани', language: 'ru' })
  expect(shown(text, /title|paragraph/u)).toEqual([
    ['title', 'Лёд в гавани'],
    ['paragraph', words.repeat(3).trim()],
    ['paragraph', words.repeat(2).trim()],
    ['paragraph', words.repeat(2).trim()],
  ])
})

test('a Persian page is Persian and runs from right to left, though its template says English', () => {
  const words =
    'بندر در هفته نخست سال یخ زد و هیچ‌کس در شهر چنین زمستانی را به یاد نمی‌آورد، چنان که مردم می‌گفتند. '
  const page = `<html lang="en"><body><article><h1>یخ در بندر</h1><p>${words.repeat(3)}</p><p>${words.repeat(2)}</p></article>`
  expect(read(page)).toMatchObject({ language: 'fa', direction: 'rtl', title: 'یخ در بندر' })
})

test('a page that is no article is shown whole', () => {
  expect(shown('<title>Tides</title><ul><li>High at nine<li>Low at three</ul>')).toEqual([
    ['listItem', 'High at nine'],
    ['listItem', 'Low at three'],
  ])
  expect(read('<title>Tides</title><ul><li>High at nine<li>Low at three</ul>').title).toBe('Tides')
})

test('a page too large to be judged is told by its own marks', () => {
  const links = '<div><a href=x>Another story</a></div>'.repeat(6000)
  const page = `<div>${links}</div><main><h1>Ice</h1>${`<p>${ICE}</p>`.repeat(2000)}</main>`
  const blocks = shown(page, /title|paragraph/u)
  expect(blocks).toHaveLength(2001)
  expect(blocks[1]).toEqual(['paragraph', ICE])
})

test('what a page hides is not shown, and what it says twice in code is not taken for words', () => {
  const page = `<h1>Ice</h1><p>${ICE}</p><p hidden>Secret</p><div style="display: none">Secret</div>
<noscript>Secret</noscript><template><p>Secret</p></template><textarea>Secret</textarea><!-- Secret --><p>${FERRY}</p>`
  expect(read(page).text).toBe(`Ice\n\n${ICE}\n\n${FERRY}`)
})

test('an address that is not on the web is no source', () => {
  const source = (address: string) => read(`<link rel=canonical href="${address}"><p>${ICE}</p>`).source
  expect(source('https://coast.example/ice')).toBe('https://coast.example/ice')
  for (const other of ['javascript:alert(1)', 'file:///home/ann/ice.html', '/ice', 'data:text/html,x'])
    expect(source(other)).toBe('page.html')
})

test('any page gives normalised words, all of them in blocks, and none of its tags', () => {
  const tags =
    'p div b a li ul h1 h2 table tr td br article aside nav blockquote pre script svg title form'.split(' ')
  const part = fc.oneof(
    fc.string(),
    ...['<', '</'].map((open) => fc.constantFrom(...tags).map((tag) => `${open}${tag} class=z>`)),
    fc.constantFrom(
      ICE,
      '&amp;',
      '&lt;p&gt;',
      '<!--',
      '-->',
      '<p',
      '"',
      '\u0000',
      '\u0301',
      '&#x202e;',
      '<![CDATA[',
    ),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const { text, blocks } = read(`<p>word</p>${parts.join('')}`)
      expect(normalise(text)).toBe(text)
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
      expect(text).not.toContain('class=z')
    }),
    { numRuns: 60 },
  )
})
