import type { Matrix, Nearness } from '../../preload/contract/queries.ts'
import type { Parsed } from '../../preload/contract.ts'
import { readContent } from '../case-file/articles.ts'
import type { ReadCase } from '../case-file/handle.ts'
import { namesOf, passagesForMatrix } from '../case-file/matrix-rows.ts'
import type { Desk } from './desk.ts'
import { type Span, Spans } from './spans.ts'

interface Passage extends Span {
  id: string
  articleId: string
  entityId: string | null
  /** The indices of its tags and of all that these are below. */
  tags: number[]
}

/**
 * Tags by tags, articles or entities: see the contract. Costs one search in the passages of a column for each passage of a row
 * in the same article.
 */
export function makeMatrix(desk: Desk, { by, nearness, words }: Parsed<'case.matrix'>): Matrix {
  const db = desk.case.read
  const tags = namesOf(db, 'tag')
  const columns = by === 'tag' ? tags : namesOf(db, by)
  const passages = readPassages(db, tags)
  const cells = new Map<string, [number, number, string[]]>()
  const put = (row: number, column: number, id: string) => {
    const cell = cells.get(`${row} ${column}`)
    if (cell) cell[2].push(id)
    else cells.set(`${row} ${column}`, [row, column, [id]])
  }
  const indexOf = new Map(columns.map((id, index) => [id, index]))
  const columnsOf = (passage: Passage): number[] => {
    if (by === 'tag') return passage.tags
    const index = indexOf.get((by === 'article' ? passage.articleId : passage.entityId) ?? '')
    return index === undefined ? [] : [index]
  }
  for (const here of Map.groupBy(passages, ({ articleId }) => articleId).values())
    if (by === 'article' || nearness === 'same') {
      for (const passage of here)
        for (const row of passage.tags) for (const column of columnsOf(passage)) put(row, column, passage.id)
    } else {
      const standsTo = nearnessIn(db, here, nearness, words)
      const inColumn = new Map<number, Span[]>()
      for (const passage of here)
        for (const column of columnsOf(passage)) {
          const spans = inColumn.get(column)
          if (spans) spans.push(passage)
          else inColumn.set(column, [passage])
        }
      for (const [column, of] of inColumn) {
        const spans = new Spans(of)
        for (const passage of here) {
          const rows = passage.tags.filter((row) => by !== 'tag' || row !== column)
          if (rows.length > 0 && standsTo(passage, spans))
            for (const row of rows) put(row, column, passage.id)
        }
      }
      // A tag and itself: all its passages, whatever was asked.
      if (by === 'tag') for (const passage of here) for (const row of passage.tags) put(row, row, passage.id)
    }
  const totals = tags.map(() => 0)
  for (const { tags: of } of passages) for (const row of of) totals[row] = (totals[row] ?? 0) + 1
  return { rows: tags, columns, cells: [...cells.values()], totals }
}

function readPassages(db: ReadCase, tags: string[]): Passage[] {
  const { passages, taggings, parents } = passagesForMatrix(db)
  const indexOf = new Map(tags.map((id, index) => [id, index]))
  const withParents = new Map(
    tags.map((id) => {
      const line = new Set<string>()
      // A case from elsewhere may hold a circle of tags.
      for (let at: string | null = id; at !== null && !line.has(at); at = parents.get(at) ?? null)
        line.add(at)
      return [id, [...line].flatMap((each) => indexOf.get(each) ?? [])]
    }),
  )
  const tagsOf = Map.groupBy(taggings, ({ annotationId }) => annotationId)
  return passages.map((passage) => {
    const own = (tagsOf.get(passage.id) ?? []).flatMap(({ tagId }) => withParents.get(tagId) ?? [])
    return { ...passage, tags: [...new Set(own)] }
  })
}

type StandsTo = (passage: Span, spans: Spans) => boolean

/** What a nearness asks of a passage and a column's passages in one article. */
function nearnessIn(db: ReadCase, here: Passage[], nearness: Nearness, words: number): StandsTo {
  if (nearness === 'overlaps') return ({ start, end }, spans) => spans.overlaps(start, end)
  if (nearness === 'inside') return ({ start, end }, spans) => spans.hold(start, end)
  if (nearness === 'before') return ({ end }, spans) => spans.beginAfter(end)
  const [first] = here
  const reach = first ? reachIn(readContent(db, first.articleId).text, words) : (of: Span) => of
  return (passage, spans) => {
    const { start, end } = reach(passage)
    return spans.overlaps(start, end)
  }
}

/** A letter of a script that writes without spaces counts as a word. */
const aWord =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}'’-])+/gu

/** A passage with so many words more on either side, and the beginning of the next, which may touch it. */
function reachIn(text: string, words: number): (of: Span) => Span {
  const starts = Array.from(text.matchAll(aWord), ({ index }) => index)
  /** How many words begin before `offset`. */
  const before = (offset: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return ({ start, end }) => {
    // A passage `words` words away lies behind that many, so its own first word is one further.
    const next = starts[before(end) + words]
    return { start: starts[before(start) - words] ?? 0, end: next === undefined ? text.length : next + 1 }
  }
}
