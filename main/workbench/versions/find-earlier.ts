import type { ArticleRow } from '../../../preload/contract/article.ts'
import type { Earlier } from '../../../preload/contract/versions.ts'
import { annotationsOf } from '../../case-file/annotations.ts'
import { allArticles, findArticle, readContent } from '../../case-file/articles.ts'
import type { ReadCase } from '../../case-file/handle.ts'
import { wordsOf } from './align.ts'

/** Share of their runs of four words that two versions of an article have in common; less where they came from one address. */
const ALIKE = 0.5
const ALIKE_AT_ONE_ADDRESS = 0.2
const SHINGLE = 4
/** Words are compared in so many code units of each text, and looked for in so many of all texts together. */
const LONGEST_COMPARED = 200_000
const MOST_SEARCHED = 30_000_000
/** How many short pieces of the new text are looked for in every other, and how long they are, in code units. */
const PROBES = 9
const PROBE = 32
const PROBES_FOUND = 3

/**
 * The articles added before that have nearly the words of this one: likest first. A text is compared word by word only where it
 * came from the same address or holds some pieces of the new one, which is 1 ms a megabyte to find out.
 */
export function earlierVersions(db: ReadCase, articleId: string): Earlier[] {
  const article = findArticle(db, articleId)
  const { text } = readContent(db, articleId)
  const probes = probesOf(text)
  const own = shinglesOf(text)
  const found: Earlier[] = []
  let searched = 0
  for (const other of allArticles(db).toReversed()) {
    if (other.id >= articleId || searched > MOST_SEARCHED) continue
    const words = readContent(db, other.id).text
    searched += words.length
    const isSameAddress = addressOf(other) !== '' && addressOf(other) === addressOf(article)
    const holds =
      probes.filter((probe) => words.includes(probe)).length >= Math.min(PROBES_FOUND, probes.length)
    if (!isSameAddress && !holds) continue
    const likeness = inCommon(own, shinglesOf(words))
    if (likeness < (isSameAddress ? ALIKE_AT_ONE_ADDRESS : ALIKE)) continue
    const passages = annotationsOf(db, other.id).length
    found.push({ articleId: other.id, title: other.title, likeness, passages })
  }
  return found.sort((a, b) => b.likeness - a.likeness)
}

/** Without what tells only where on the page, or from where one came to it. Empty for what is no address. */
function addressOf({ source }: ArticleRow): string {
  if (!/^https?:/u.test(source) || !URL.canParse(source)) return ''
  const { host, pathname } = new URL(source)
  return `${host.replace(/^www\./u, '')}${pathname.replace(/\/$/u, '')}`
}

/** None of a short text, which costs little to compare. */
function probesOf(text: string): string[] {
  const step = Math.floor(text.length / PROBES)
  return step < PROBE * 2
    ? []
    : Array.from({ length: PROBES }, (_, at) => text.slice(at * step, at * step + PROBE))
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text.slice(0, LONGEST_COMPARED).toLowerCase()).filter((word) =>
    /[\p{L}\p{N}]/u.test(word),
  )
  const shingles = new Set<string>()
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(' '))
  return shingles
}

/** Jaccard's measure: what is in both, as a share of what is in either. */
function inCommon(a: Set<string>, b: Set<string>): number {
  let both = 0
  for (const shingle of a) if (b.has(shingle)) both++
  return both === 0 ? 0 : both / (a.size + b.size - both)
}
