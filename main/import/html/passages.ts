import type { BlockKind } from '../../../preload/contract/article.ts'
import { wordsIn } from './look.ts'
import { BLOCKS } from './tags.ts'
import type { Element, Words } from './tree.ts'

/** A stretch of words that will be one block of the article, and what the page's marks say of it. */
export interface Passage {
  kind?: BlockKind
  level?: number
  words: string
  /** Whether it stands in an element made for articles: `article`, `main` and the like. */
  isMarked: boolean
  /** How many links it holds. */
  links: number
  /** Whether nearly all its words are those of links. */
  isLinks: boolean
}

interface Around {
  kind: BlockKind | null
  level: number
  /** Within a region of the page such as its navigation: all its words become one passage. */
  isRegion: boolean
  isAside: boolean
  isMarked: boolean
  isPreformatted: boolean
}

const OUTSIDE: Around = {
  kind: null,
  level: 0,
  isRegion: false,
  isAside: false,
  isMarked: false,
  isPreformatted: false,
}

const REGION_ROLES = new Set(['navigation', 'contentinfo', 'search', 'menu', 'menubar', 'toolbar'])
const ASIDE_ROLES = new Set(['complementary', 'dialog', 'alert', 'alertdialog'])
/** How publishers name what stands beside an article, as whole words of a class or an id. */
const ASIDE_NAME =
  /(?:^|[\s_-])(?:newsletters?|subscribe|sign-?up|paywall|promo|sponsored|advert(?:isement)?|ads?|cookies?|consent|shar(?:e|ing)|social|related|recommended|trending|most-?(?:read|popular)|comments?|disqus|breadcrumbs?|sidebar|metadata|read-?next|also-?read|more-on)(?:$|[\s_-])/iu
/** A name may also stand on what holds the whole article ("no-sidebar"): only what has less of the words is set apart for it. */
const SHARE_ASIDE = 0.3
const BETWEEN_ITEMS = ' · '
/** Of its letters, this share in links makes a passage of several links a list of them. */
const SHARE_LINKS = 0.7
/** What leads back from a note to its place in the text. */
const WAY_BACK = /^(?:\s|\ufe0e|[↩↑⤴^⇧])+$/u
/** A region's words are kept so that nothing is lost, and cut where they would be more than an article. In code units. */
const LONGEST_REGION = 2000

/** Takes a page's words out of its tree, in order, and gives each run of them the number of its passage. */
export function passagesOf(root: Element): Passage[] {
  const sizes = new Map<Element, number>()
  const total = measure(root, sizes)
  const isSmall = (part: Element) => (sizes.get(part) ?? 0) < total * SHARE_ASIDE
  const passages: Passage[] = []
  let words: string[] = []
  let runs: Words[] = []
  let around = OUTSIDE
  let breaks = 0
  let links = 0
  let linked = 0
  let isInLink = false
  let isApart = false

  const flush = () => {
    const text = words.join('')
    if (/\S/u.test(text)) {
      for (const run of runs) run.block = passages.length
      const isLinks = links > 1 && linked > text.trim().length * SHARE_LINKS
      passages.push({ ...passageOf(text, around), links, isLinks })
    }
    words = []
    runs = []
    breaks = 0
    links = 0
    linked = 0
  }
  const add = (run: Words) => {
    const text = around.isPreformatted ? run.text : run.text.replace(/\s+/gu, ' ')
    if (text !== ' ') breaks = 0
    if (isApart && /^[\p{L}\p{N}]/u.test(text) && /[\p{L}\p{N}]$/u.test(words.at(-1) ?? '')) words.push(' ')
    isApart = false
    if (isInLink) linked += text.trim().length
    words.push(text)
    runs.push(run)
  }
  // Recursion: the tree is nowhere deeper than 256.
  const walk = (part: Element) => {
    if (part.tag === 'title' || isHidden(part)) return
    if (part.tag === 'br') {
      // Two in a row are how old pages part their paragraphs.
      if (++breaks === 2 && !around.isRegion) flush()
      else words.push('\n')
      return
    }
    if (part.tag === 'a' && WAY_BACK.test(wordsIn(part))) return
    // Links beside each other and times are set apart by a page's style alone: no word runs through two of them.
    const isOwnWord = part.tag === 'a' || part.tag === 'time'
    const outerLink = isInLink
    if (isOwnWord) isApart = true
    if (part.tag === 'a') {
      isInLink = true
      links++
    }
    const outer = around
    const isBlock = BLOCKS.has(part.tag) && !isPlainCell(part)
    const separate = outer.isRegion ? () => words.push('\n') : flush
    if (isBlock) {
      separate()
      around = within(outer, part, isSmall)
    }
    for (const child of part.children) {
      if ('text' in child) add(child)
      else walk(child)
    }
    if (isBlock) separate()
    else if (part.tag === 'td' || part.tag === 'th') words.push('\t')
    around = outer
    isInLink = outerLink
    if (isOwnWord) isApart = true
  }
  walk(root)
  flush()
  return passages
}

function passageOf(text: string, around: Around): Omit<Passage, 'links' | 'isLinks'> {
  const { kind, level, isMarked } = around
  if (around.isRegion) return { kind: 'furniture', words: itemsOf(text), isMarked: false }
  const words = around.isPreformatted ? text : text.replace(/ {2,}/gu, ' ').replaceAll('\n ', '\n')
  if (around.isAside) return { kind: 'furniture', words, isMarked: false }
  if (kind === null) return { words, isMarked }
  return kind === 'heading' ? { kind, level, words, isMarked } : { kind, words, isMarked }
}

function itemsOf(region: string): string {
  const lines = region.slice(0, LONGEST_REGION).split('\n')
  const items = lines.map((line) => line.replace(/\s+/gu, ' ').trim())
  return items.filter(Boolean).join(BETWEEN_ITEMS)
}

function within(outer: Around, part: Element, isSmall: (part: Element) => boolean): Around {
  const { tag, attributes } = part
  const role = attributes.get('role')?.trim().toLowerCase() ?? ''
  // The foot of a quotation says whose it is. Some pages stand within one form as a whole.
  const isFoot = tag === 'footer' && outer.kind !== 'quote'
  const isRegionTag = tag === 'nav' || tag === 'menu' || tag === 'search' || isFoot
  return {
    ...kindOf(tag, outer),
    isMarked: outer.isMarked || isForArticles(tag, role, attributes.get('itemprop') ?? ''),
    isRegion: outer.isRegion || isRegionTag || REGION_ROLES.has(role) || (tag === 'form' && isSmall(part)),
    isAside:
      outer.isAside || tag === 'aside' || ASIDE_ROLES.has(role) || (isNamedAside(part) && isSmall(part)),
    isPreformatted: outer.isPreformatted || tag === 'pre',
  }
}

function isForArticles(tag: string, role: string, itemprop: string): boolean {
  return (
    tag === 'article' || tag === 'main' || role === 'main' || role === 'article' || itemprop === 'articleBody'
  )
}

function isNamedAside({ attributes }: Element): boolean {
  return ASIDE_NAME.test(attributes.get('class') ?? '') || ASIDE_NAME.test(attributes.get('id') ?? '')
}

function kindOf(tag: string, outer: Around): Pick<Around, 'kind' | 'level'> {
  const heading = /^h([1-6])$/u.exec(tag)
  if (heading) return { kind: 'heading', level: Number(heading[1]) }
  if (tag === 'blockquote') return { kind: 'quote', level: 0 }
  if (tag === 'li' || tag === 'dt' || tag === 'dd') return { kind: 'listItem', level: 0 }
  if (tag === 'figcaption' || tag === 'caption') return { kind: 'caption', level: 0 }
  // A paragraph within a quotation or an item is still that.
  if (outer.kind && outer.kind !== 'paragraph') return { kind: outer.kind, level: outer.level }
  return { kind: tag === 'p' || tag === 'pre' || tag === 'tr' ? 'paragraph' : null, level: 0 }
}

/** A cell of a table of data is a part of its row; one of a table that lays out a page holds blocks of its own. */
function isPlainCell({ tag, children }: Element): boolean {
  return (
    (tag === 'td' || tag === 'th') && !children.some((child) => 'children' in child && BLOCKS.has(child.tag))
  )
}

function isHidden({ attributes }: Element): boolean {
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    /display\s{0,9}:\s{0,9}none/iu.test(attributes.get('style') ?? '')
  )
}

/** How many code units of words each element holds. */
function measure(part: Element, sizes: Map<Element, number>): number {
  let size = 0
  for (const child of part.children) size += 'text' in child ? child.text.length : measure(child, sizes)
  sizes.set(part, size)
  return size
}
