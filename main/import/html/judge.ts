import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom/worker'
import type { Element, Tree } from './tree.ts'

/**
 * Readability compares a page's elements with each other and with all they stand in, so a page made for it costs it quadratic
 * time: 7,500 links took 5 s, 1,300 tables in each other 7 s. A newspaper's page has 1,000 to 4,000 elements, some 30 deep.
 */
const MOST_ELEMENTS = 5_000
const MOST_LEVELS = 200_000
const MOST_WORDS = 1_000_000

/** What Readability judges a page by; anything else of an element says nothing to it. */
const TOLD = [
  'class',
  'id',
  'role',
  'rel',
  'itemprop',
  'property',
  'hidden',
  'aria-hidden',
  'style',
  'dir',
  'lang',
]

/**
 * Which passages are the article's, by the judgement of Mozilla's Readability, the reader view of Firefox. It only judges: the
 * words, their order and their blocks are ours. Null where the page is too large for it, or it finds no article.
 */
export function judge({ root, elements, depth }: Tree, title: string): Set<number> | null {
  if (elements > MOST_ELEMENTS || elements * depth > MOST_LEVELS) return null
  const body: string[] = []
  write(root, body)
  const page = body.join('')
  if (page.length > MOST_WORDS) return null
  try {
    const { document } = parseHTML(
      `<!doctype html><html><head><title>${plain(title)}</title></head><body>${page}</body></html>`,
    )
    // linkedom's types know no Document of the DOM's own.
    const reader = new Readability<Node>(document as unknown as Document, {
      serializer: (node) => node,
      disableJSONLD: true,
      charThreshold: 300,
    })
    const content = reader.parse()?.content
    return content ? numbersIn(content as unknown as HTMLElement) : null
  } catch (error) {
    // It stumbles over some pages that no program has written; they can be read without it.
    console.error('Readability failed:', error instanceof Error ? error.message : error)
    return null
  }
}

/** Writes the tree as HTML again, each run of words marked with the number of its passage. Recursion: at most 256 deep. */
function write({ tag, attributes, children }: Element, out: string[]): void {
  if (tag === 'head') return
  const isKnown = /^[a-z][a-z0-9]*$/u.test(tag) && tag !== 'html' && tag !== 'body'
  if (isKnown) {
    out.push('<', tag)
    for (const name of TOLD) {
      const value = attributes.get(name)
      if (value !== undefined) out.push(' ', name, '="', plain(value), '"')
    }
    out.push('>')
  }
  for (const child of children) {
    if ('children' in child) write(child, out)
    else if (child.block === -1) out.push(' ')
    else out.push('<span data-block="', String(child.block), '">', plain(child.text), '</span>')
  }
  if (isKnown && tag !== 'br' && tag !== 'img' && tag !== 'hr') out.push('</', tag, '>')
}

/** What HTML is written with says nothing of the words; written as references, linkedom takes quadratic time to read them. */
function plain(text: string): string {
  return text.replace(/[&<>"]/gu, ' ')
}

function numbersIn(content: HTMLElement): Set<number> {
  const spans = [...content.querySelectorAll('span[data-block]')]
  return new Set(spans.map((span) => Number(span.getAttribute('data-block'))))
}
