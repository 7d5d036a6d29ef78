import type { Mark } from '../state/marks.ts'
import { marks } from '../state/select.ts'
import type { Rows } from '../state/store.ts'
import { type Asked, answers, parseQuery, type Query, QueryError, tagsIn } from './query.ts'

export type Order = 'place' | 'newest' | 'tag'

export interface FoundPassages {
  marks: Mark[]
  /** Why the question cannot be answered, or what in it means nothing; empty otherwise. */
  trouble: string
}

/** The passages that a question finds, or all where nothing is asked. */
export function findPassages(rows: Rows, words: string, order: Order): FoundPassages {
  let query: Query | null = null
  try {
    query = parseQuery(words)
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    return { marks: [], trouble: error.message }
  }
  const all = inOrder(rows, order)
  if (!query) return { marks: all, trouble: '' }
  const tags = withThoseBelow(rows)
  const unknown = tagsIn(query).find((name) => !tags.has(name.toLowerCase()))
  const asked = query
  return {
    marks: all.filter((mark) => answers(asked, asPassage(mark, rows, tags))),
    trouble: unknown === undefined ? '' : `There is no tag “${unknown}”.`,
  }
}

function inOrder(rows: Rows, order: Order): Mark[] {
  const articles = [...rows.article.keys()].sort().reverse()
  const all = articles.flatMap((id) => marks(rows).inArticle(id))
  if (order === 'newest') return all.sort((a, b) => (a.annotation.id < b.annotation.id ? 1 : -1))
  const first = (mark: Mark) => mark.tags.map(({ name }) => name.toLowerCase()).sort()[0] ?? '\uffff'
  return order === 'tag' ? all.sort((a, b) => first(a).localeCompare(first(b))) : all
}

/** Ids of a tag and of all tags below it, by the tag's name in small letters. */
function withThoseBelow(rows: Rows): Map<string, Set<string>> {
  const byName = new Map<string, Set<string>>()
  for (const tag of rows.tag.values()) {
    const seen = new Set<string>()
    for (let at = rows.tag.get(tag.id); at && !seen.has(at.id); at = rows.tag.get(at.parentId ?? '')) {
      seen.add(at.id)
      const ids = byName.get(at.name.toLowerCase()) ?? new Set()
      byName.set(at.name.toLowerCase(), ids.add(tag.id))
    }
  }
  return byName
}

function asPassage(
  { annotation, tags, notes, evidence }: Mark,
  rows: Rows,
  below: Map<string, Set<string>>,
): Asked {
  const isSame = (one: string | undefined, name: string) => one?.toLowerCase() === name.toLowerCase()
  const entity = rows.entity.get(annotation.entityId ?? '')
  return {
    hasTag: (name) => {
      const ids = below.get(name.toLowerCase())
      return ids !== undefined && tags.some(({ id }) => ids.has(id))
    },
    namesEntity: (name) =>
      isSame(entity?.name, name) || (entity?.aliases ?? '').split('\n').some((alias) => isSame(alias, name)),
    isInArticle: (title) => isSame(rows.article.get(annotation.articleId)?.title, title),
    has: (what) =>
      ({
        note: notes.length > 0,
        entity: entity !== undefined,
        tag: tags.length > 0,
        evidence: evidence.length > 0,
      })[what],
  }
}
