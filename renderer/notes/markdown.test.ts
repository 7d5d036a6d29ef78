import fc from 'fast-check'
import { parseHTML } from 'linkedom/worker'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { render } from './markdown.ts'

/** All that a note can be made of: nothing that runs, loads, embeds, sends or styles. */
const harmless = new Set(
  'p br hr em strong s a ul ol li blockquote h1 h2 h3 h4 h5 h6 pre code table thead tbody tr th td'.split(
    ' ',
  ),
)
const attributes = new Set(['href', 'title', 'target', 'class', 'start', 'style'])

function shown(note: string): Element[] {
  const { document } = parseHTML(`<!doctype html><html><body>${render(note)}</body></html>`)
  return [...document.body.querySelectorAll('*')]
}

function expectHarmless(note: string): void {
  for (const element of shown(note)) {
    expect(harmless).toContain(element.localName)
    for (const { name, value } of element.attributes) {
      expect(attributes).toContain(name)
      if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:)/iu)
      // Where a table's column is set to the right
      if (name === 'style') expect(value).toMatch(/^text-align:(?:left|right|center)$/u)
    }
  }
}

test('Markdown is shown as what it means', () => {
  expect(render('A **claim** of [theirs](https://example.org/a).')).toBe(
    '<p>A <strong>claim</strong> of <a href="https://example.org/a" target="_blank">theirs</a>.</p>\n',
  )
})

test('a link to nowhere leads nowhere', () => {
  expect(render('[theirs]()')).toBe('<p><a>theirs</a></p>\n')
})

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://example.org/seen.png)',
  '![x][1]\n\n[1]: https://example.org/seen.png',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java&#9;script:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:x)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](file:///etc/passwd)',
  '[x](app://ligature/index.html)',
  '[x](//example.org/there)',
  '[x](/there)',
  '[x](#there)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<https://example.org/" onmouseover="alert(1)>',
  '[x](https://example.org "a\\" onmouseover=\\"alert(1)")',
  '[x](https://example.org/"onmouseover="alert)',
  '```"><script>alert(1)</script>\nx\n```',
  '<svg><script href="data:,alert(1)"/></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>@import "https://example.org/a.css"</style>',
  '<meta http-equiv=refresh content="0;url=https://example.org">',
  '<a href="https://example.org" target=_self onclick=alert(1)>x</a>',
  '| <b>x</b> | [x](javascript:a) |\n|--:|---|\n| <form> | <base href=//x> |',
  '<!-- --><!DOCTYPE html><![CDATA[<b>]]><?php ?>',
]

test.each(attacks)('a note cannot bring anything to run or to fetch: %s', (attack) => {
  expectHarmless(attack)
})

test('neither can attacks put together at random', () => {
  const part = fc.oneof(
    fc.constantFrom(...attacks, '[', '](', ')', '<', '>', '"', '\n\n', '`', '&#', '![', '| '),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => expectHarmless(parts.join(''))),
    { numRuns: 300 },
  )
})

test('the check above finds what another renderer lets through', () => {
  const careless = new MarkdownIt({ html: true }).render('<img src=x onerror=alert(1)>')
  const { document } = parseHTML(`<!doctype html><html><body>${careless}</body></html>`)
  expect(document.querySelector('img')?.hasAttribute('onerror')).toBe(true)
})
