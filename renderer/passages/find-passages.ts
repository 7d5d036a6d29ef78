import {
  type Asked,
  answers,
  asRead,
  parseQuery,
  type Query,
  QueryError,
  type TagNamed,
  type TagRef,
  tagsIn,
} from '../../preload/contract/question.ts'
import type { Mark } from '../state/marks.ts'
import { marks } from '../state/select.ts'
import type { Rows } from '../state/store.ts'

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
  const below = belowIn(rows)
  const asked = query
  return {
    marks: all.filter((mark) => answers(asked, asPassage(mark, rows, below))),
    trouble: tagsIn(query).map(whyNot(below)).find(Boolean) ?? '',
  }
}

/** What keeps a tag of a question from being found. */
const whyNot =
  (below: Below) =>
  (tag: TagRef): string => {
    if ('gone' in tag) return `The tag “${tag.gone}” was deleted.`
    if (below(tag)) return ''
    return 'id' in tag ? 'A tag in this question was deleted.' : `There is no tag “${tag.name}”.`
  }

/** A question with the present names of its tags. */
export const inWords = (rows: Rows, question: string): string =>
  asRead(question, (id) => rows.tag.get(id)?.name)

function inOrder(rows: Rows, order: Order): Mark[] {
  const articles = [...rows.article.keys()].sort().reverse()
  const all = articles.flatMap((id) => marks(rows).inArticle(id))
  if (order === 'newest') return all.sort((a, b) => (a.annotation.id < b.annotation.id ? 1 : -1))
  const first = (mark: Mark) => mark.tags.map(({ name }) => name.toLowerCase()).sort()[0] ?? '\uffff'
  return order === 'tag' ? all.sort((a, b) => first(a).localeCompare(first(b))) : all
}

/** Ids of a tag and of all tags below it; undefined where there is no such tag. */
type Below = (tag: TagNamed) => ReadonlySet<string> | undefined

function belowIn(rows: Rows): Below {
  const byId = new Map<string, Set<string>>()
  for (const tag of rows.tag.values()) {
    const seen = new Set<string>()
    for (let at = rows.tag.get(tag.id); at && !seen.has(at.id); at = rows.tag.get(at.parentId ?? '')) {
      seen.add(at.id)
      byId.set(at.id, (byId.get(at.id) ?? new Set()).add(tag.id))
    }
  }
  // A case from elsewhere may hold two tags of one name.
  const byName = new Map<string, Set<string>>()
  for (const { id, name } of rows.tag.values()) {
    const key = name.toLowerCase()
    byName.set(key, new Set([...(byName.get(key) ?? []), ...(byId.get(id) ?? [])]))
  }
  return (tag) => ('id' in tag ? byId.get(tag.id) : byName.get(tag.name.toLowerCase()))
}

function asPassage({ annotation, tags, notes, evidence }: Mark, rows: Rows, below: Below): Asked {
  const isSame = (one: string | undefined, name: string) => one?.toLowerCase() === name.toLowerCase()
  const entity = rows.entity.get(annotation.entityId ?? '')
  return {
    hasTag: (tag) => {
      const ids = below(tag)
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
