import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { TroubleError } from '../../trouble.ts'
import { BLOCKS, CLOSED_BY, DROPPED, VOID } from './tags.ts'

/** A page as far as words need it: no script, no style, no picture, and only attributes that tell what a part is. */
export interface Element {
  tag: string
  attributes: Map<string, string>
  children: (Element | Words)[]
}

/** A run of letters. `block` is the number of the passage it becomes a part of, once that is known. */
export interface Words {
  text: string
  block: number
}

export interface Tree {
  root: Element
  /** What JSON-LD scripts hold: data about the page, never run. */
  data: string[]
  /** The page's first comments: saving programs write there where a page came from. */
  comments: string[]
  elements: number
  /** How deep the deepest element stands. */
  depth: number
}

/**
 * Elements nested deeper stand beside instead, as browsers have it at 512. It keeps every walk over the tree, and every search
 * in the list of open elements, short.
 */
const DEEPEST = 256
/** A hundred times what a long page has. More would take all the memory there is for reading, and long to get there. */
const MOST_ELEMENTS = 1_000_000
/** How many attributes of one element are looked at, and how long one can be, in code units. */
const MOST_ATTRIBUTES = 40
const LONGEST_VALUE = 4000
/** The first data scripts and comments tell what there is to tell. */
const MOST_DATA = 10
const LONGEST_DATA = 200_000
const MOST_COMMENTS = 5

const KEPT = new Set(
  'class id role rel itemprop property name content datetime href lang dir hidden aria-hidden style type'.split(
    ' ',
  ),
)

/**
 * Reads a page into a tree in one go, in time that grows with the page alone: a parser true to the standard takes quadratic
 * time for what a hostile page can nest. Tags left open are closed where HTML says so for the common ones. Nothing is fetched.
 */
export function readTree(html: string): Tree {
  const builder = new Builder(html)
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(html)
  tokenizer.end()
  builder.endWords()
  return builder.tree
}

/** Shared by the many elements without any. */
const NONE = new Map<string, string>()

class Builder implements TokenizerCallbacks {
  readonly tree: Tree = { root: element('html'), data: [], comments: [], elements: 0, depth: 0 }
  private readonly html: string
  private readonly open: Element[] = [this.tree.root]
  /** The element whose tag is being read. */
  private next = element('')
  private attribute = ''
  private value = ''
  private count = 0
  /** The element whose content is left out, and how often it stands in itself. */
  private dropped = ''
  private droppedDepth = 0
  private isData = false
  private words: string[] = []
  /** The letters read last, not yet among `words`: what stands side by side is taken in one piece, not sign by sign. */
  private from = 0
  private to = 0

  constructor(html: string) {
    this.html = html
  }

  ontext(start: number, end: number): void {
    if (this.dropped !== '' && !this.isData) return
    if (start !== this.to) this.takeWords(start)
    this.to = end
  }
  ontextentity(codePoint: number, end: number): void {
    if (this.dropped !== '' && !this.isData) return
    this.takeWords(end)
    this.words.push(String.fromCodePoint(codePoint))
  }

  private takeWords(next: number): void {
    if (this.to > this.from) this.words.push(this.html.slice(this.from, this.to))
    this.from = next
    this.to = next
  }

  onopentagname(start: number, end: number): void {
    // A name longer than any there is stands for an element nobody knows.
    this.next = element(this.html.slice(start, Math.min(end, start + 40)).toLowerCase())
    this.count = 0
  }
  onattribname(start: number, end: number): void {
    const name = end - start > 20 ? '' : this.html.slice(start, end).toLowerCase()
    this.attribute = ++this.count <= MOST_ATTRIBUTES && KEPT.has(name) ? name : ''
    this.value = ''
  }
  onattribdata(start: number, end: number): void {
    if (this.attribute) this.value += this.html.slice(start, Math.min(end, start + LONGEST_VALUE))
  }
  onattribentity(codePoint: number): void {
    if (this.attribute) this.value += String.fromCodePoint(codePoint)
  }
  onattribend(): void {
    if (!this.attribute || this.next.attributes.has(this.attribute)) return
    if (this.next.attributes === NONE) this.next.attributes = new Map()
    this.next.attributes.set(this.attribute, this.value.slice(0, LONGEST_VALUE))
  }

  onselfclosingtag(): void {
    this.onopentagend()
    // Only in SVG and MathML, which are left out, does the stroke close anything.
    if (this.dropped === this.next.tag && DROPPED.has(this.next.tag) && !VOID.has(this.next.tag))
      this.leave(this.next.tag)
  }
  onopentagend(): void {
    const { tag } = this.next
    if (this.dropped !== '') {
      if (tag === this.dropped) this.droppedDepth++
      return
    }
    this.endWords()
    if (DROPPED.has(tag)) {
      this.dropped = tag
      this.droppedDepth = 1
      const type = this.next.attributes.get('type')?.trim().toLowerCase()
      this.isData = tag === 'script' && type === 'application/ld+json'
      return
    }
    this.closeBefore(tag)
    if (++this.tree.elements > MOST_ELEMENTS)
      throw new TroubleError(
        'too-many-parts',
        'This page is made of more than a million parts, and was not read.',
        'Open it, copy the words and paste them into Ligature.',
      )
    this.open.at(-1)?.children.push(this.next)
    if (VOID.has(tag) || this.open.length >= DEEPEST) return
    this.open.push(this.next)
    this.tree.depth = Math.max(this.tree.depth, this.open.length)
  }

  onclosetag(start: number, end: number): void {
    const tag = this.html.slice(start, Math.min(end, start + 40)).toLowerCase()
    if (this.dropped !== '') {
      if (tag === this.dropped) this.leave(tag)
      return
    }
    this.endWords()
    for (let at = this.open.length - 1; at > 0; at--) {
      const passed = this.open[at]?.tag ?? ''
      if (passed === tag) {
        this.open.length = at
        return
      }
      // A stray `</b>` closes no paragraph.
      if (BLOCKS.has(passed) && !BLOCKS.has(tag)) return
    }
  }

  oncomment(start: number, end: number): void {
    if (this.tree.comments.length < MOST_COMMENTS)
      this.tree.comments.push(this.html.slice(start, Math.min(end, start + LONGEST_VALUE)))
  }
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private leave(tag: string): void {
    if (--this.droppedDepth > 0) return
    if (this.isData) this.takeWords(this.to)
    if (this.isData && this.tree.data.length < MOST_DATA) {
      const data = this.words.join('')
      if (data.length <= LONGEST_DATA) this.tree.data.push(data)
    }
    if (this.isData) this.words = []
    this.isData = false
    if (tag === this.dropped) this.dropped = ''
  }

  /** Closes what a tag that opens ends by itself: a paragraph before a block, an item before the next one. */
  private closeBefore(tag: string): void {
    const rule = CLOSED_BY[tag] ?? (BLOCKS.has(tag) ? CLOSED_BY.block : undefined)
    if (!rule) return
    for (let at = this.open.length - 1; at > 0; at--) {
      const passed = this.open[at]?.tag ?? ''
      if (rule.closes.has(passed)) this.open.length = at
      else if (rule.until.has(passed)) return
    }
  }

  endWords(): void {
    if (this.isData) return
    this.takeWords(this.to)
    if (this.words.length === 0) return
    this.open.at(-1)?.children.push({ text: this.words.join(''), block: -1 })
    this.words = []
  }
}

function element(tag: string): Element {
  return { tag, attributes: NONE, children: [] }
}
