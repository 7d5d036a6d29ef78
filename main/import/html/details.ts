import { findDate } from '../dates.ts'
import { oneLine } from '../one-line.ts'
import { languageTag } from '../own-details.ts'
import { elementsOf, wordsIn } from './look.ts'
import { readPageData } from './page-data.ts'
import type { Element, Tree } from './tree.ts'

/** What a page says of itself, each empty where it says nothing. */
export interface Details {
  title: string
  /** What stands in the window's title bar: often with the publisher's name at its end. */
  pageTitle: string
  byline: string
  publisher: string
  publishedOn: string
  source: string
  language: string
}

const TITLE = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'headline']
const BYLINE = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
]
const PUBLISHER = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
  'apple-mobile-web-app-title',
]
const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'pubdate',
  'publishdate',
  'publish-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'date',
]

/** What saving programs write into a page's first comments: Chromium and Firefox, and the add-on SingleFile. */
const SAVED_FROM = [
  /saved from url=\(\d{1,6}\)(\S{1,2000})/u,
  /^\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})/u,
]

export function detailsOf({ root, data, comments }: Tree): Details {
  const known = new Map<string, string>()
  let canonical = ''
  let pageTitle = ''
  let rel = ''
  let time = ''
  for (const part of elementsOf(root)) {
    const { tag, attributes } = part
    if (tag === 'meta') noteMeta(attributes, known)
    else if (tag === 'link' && attributes.get('rel') === 'canonical')
      canonical ||= attributes.get('href') ?? ''
    else if (tag === 'title') pageTitle ||= oneLine(wordsIn(part))
    else if (tag === 'time') time ||= findDate(attributes.get('datetime') ?? '')?.date ?? ''
    else if (/(?:^|\s)author(?:$|\s)/u.test(attributes.get('rel') ?? attributes.get('itemprop') ?? ''))
      rel ||= oneLine(wordsIn(part))
  }
  const first = (names: string[]) => names.map((name) => known.get(name)).find(Boolean) ?? ''
  const page = readPageData(data)
  const publisher = first(PUBLISHER.slice(0, 1)) || page.publisher || first(PUBLISHER)
  return {
    title: first(TITLE) || page.title || withoutPublisher(pageTitle, publisher),
    pageTitle,
    byline: bylineOf([first(BYLINE), page.byline, rel]),
    publisher,
    publishedOn: findDate(first(PUBLISHED))?.date || findDate(page.publishedOn)?.date || time,
    source: sourceOf([canonical, known.get('og:url') ?? '', ...savedFrom(comments)]),
    language: languageOfPage(root, known),
  }
}

function noteMeta(attributes: Map<string, string>, known: Map<string, string>): void {
  const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? ''
  const content = oneLine(attributes.get('content') ?? '')
  const key = name.trim().toLowerCase()
  if (key && content && !known.has(key)) known.set(key, content)
}

/** Some give the author's page instead of a name, or begin with "By". */
function bylineOf(found: string[]): string {
  const names = found.map((name) => name.replace(/^(?:by|von|par|por|di|door)\s+/iu, '').trim())
  return names.find((name) => name !== '' && name.length <= 200 && !/^https?:|^@/iu.test(name)) ?? ''
}

/** "Ice in the harbour - Coast Weekly" is called "Ice in the harbour". */
function withoutPublisher(title: string, publisher: string): string {
  const at = Math.max(...[' | ', ' - ', ' – ', ' — ', ' · ', ' :: '].map((mark) => title.lastIndexOf(mark)))
  if (at <= 0) return title
  const rest = title.slice(at + 3).trim()
  const isPublisher = rest.toLowerCase() === publisher.toLowerCase()
  return isPublisher || title.slice(0, at).split(' ').length >= 3 ? title.slice(0, at).trim() : title
}

function savedFrom(comments: string[]): string[] {
  return comments.flatMap((comment) => SAVED_FROM.map((pattern) => pattern.exec(comment)?.[1] ?? ''))
}

/** The first that is an address on the web. A file's own address would tell where somebody keeps it. */
function sourceOf(found: string[]): string {
  return found.find((address) => URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol)) ?? ''
}

function languageOfPage(root: Element, known: Map<string, string>): string {
  const html = [root, ...root.children].find(
    (child): child is Element => 'tag' in child && child.tag === 'html' && child.attributes.has('lang'),
  )
  return languageTag(html?.attributes.get('lang') || known.get('og:locale') || known.get('language') || '')
}
