import type { ArticleRow } from '../../preload/contract/article.ts'
import type { AnyRow, Patch, TableName, Tables } from '../../preload/contract/patch.ts'
import type { Found } from '../../preload/contract/search.ts'
import type { Parsed } from '../../preload/contract.ts'
import { readContent } from '../case-file/articles.ts'
import type { ReadCase } from '../case-file/handle.ts'
import type { OpenCase } from '../case-file/open-case.ts'
import { rowsAfter } from '../case-file/rows.ts'
import { type Entry, entriesOfText, noHits, SearchIndex } from '../case-file/search-index.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'

/** Milliseconds of indexing at a time, and of rest after it while nobody waits for it. */
const slice = 8
const rest = 25
const fewBlocks = 20

const tables = ['entity', 'tag', 'article', 'note'] as const satisfies TableName[]
type Searched = (typeof tables)[number]

/** The full text of a case that is open: made a little at a time, and then kept true by every patch, as a view is. */
class CaseSearch {
  private readonly db: ReadCase
  private readonly index = new SearchIndex()
  /** Under which hash the words of each article were read: a corrected byline does not have them read again. */
  private readonly contents = new Map<string, string>()
  /** Articles whose words are still to be read, one or many: a long one takes seconds. */
  private readonly unread = new Set<string>()
  private work: Generator<void> | null
  private timer: ReturnType<typeof setTimeout> | undefined
  private waiting: (() => void)[] = []
  private failure: unknown
  private isClosed = false

  constructor(db: ReadCase) {
    this.db = db
    this.work = this.readAll()
    this.goOn()
  }

  async search(words: string): Promise<Found> {
    if (this.work) await new Promise<void>((resolve) => this.waiting.push(resolve))
    if (this.failure) throw this.failure
    return this.isClosed ? { hits: [], counts: noHits } : this.index.search(words)
  }

  /** Rows that are not read yet are read later, as they are then: so a patch can come at any time. */
  follow({ changes }: Patch): void {
    for (const { table, id, row } of changes)
      if (isSearched(table)) this.take(table, id, row as Tables[Searched] | null)
    if (this.unread.size === 0 || this.work) return
    this.work = this.readTexts()
    this.goOn()
  }

  close(): void {
    this.isClosed = true
    this.work = null
    clearTimeout(this.timer)
    this.index.close()
    this.answerAll()
  }

  private goOn(): void {
    const until = performance.now() + slice
    try {
      while (this.work && performance.now() < until) if (this.work.next().done) this.work = null
    } catch (error) {
      this.failure = error
      this.work = null
    }
    if (this.work) this.timer = setTimeout(() => this.goOn(), this.waiting.length > 0 ? 0 : rest)
    else this.answerAll()
  }

  private answerAll(): void {
    for (const answer of this.waiting.splice(0)) answer()
  }

  private *readAll(): Generator<void> {
    for (const table of tables)
      for (let rows = rowsAfter(this.db, table, ''); rows.length > 0; ) {
        for (const row of rows) {
          this.take(table, row.id, row as Tables[Searched])
          yield
        }
        rows = rowsAfter(this.db, table, rows.at(-1)?.id ?? '')
      }
    yield* this.readTexts()
  }

  private *readTexts(): Generator<void> {
    for (const id of this.unread) {
      this.unread.delete(id)
      const entries = this.textOf(id)
      for (let from = 0; from < entries.length; from += fewBlocks) {
        // Undone in the meantime, perhaps.
        if (!this.contents.has(id)) break
        this.index.add(entries.slice(from, from + fewBlocks))
        yield
      }
    }
  }

  private take(table: Searched, id: string, row: Tables[Searched] | null): void {
    this.index.drop(table, id)
    const words = row && wordsOf(table, row)
    if (words) this.index.add([{ kind: table, id, at: 0, words }])
    if (table !== 'article') return
    const { contentId } = (row ?? {}) as Partial<ArticleRow>
    if (this.contents.get(id) === contentId) return
    this.index.drop('text', id)
    if (contentId) this.contents.set(id, contentId)
    else this.contents.delete(id)
    if (contentId) this.unread.add(id)
    else this.unread.delete(id)
  }

  /** Damaged words are told when they are read or proved; here they are only not found. */
  private textOf(id: string): Entry[] {
    try {
      const { text, blocks } = readContent(this.db, id)
      return entriesOfText(id, text, blocks)
    } catch (error) {
      if (error instanceof TroubleError) return []
      throw error
    }
  }
}

const isSearched = (table: TableName): table is Searched => tables.some((name) => name === table)

function wordsOf(table: Searched, row: AnyRow): string {
  const of = row as Tables['entity'] & Tables['tag'] & Tables['article'] & Tables['note']
  if (table === 'entity') return lines(of.name, of.aliases, of.description)
  if (table === 'tag') return lines(of.name, of.description)
  if (table === 'article') return lines(of.title, of.byline, of.publisher, of.source)
  return of.body
}

const lines = (...words: string[]) => words.filter((each) => each !== '').join('\n')

const searches = new WeakMap<OpenCase, CaseSearch>()

function searchOf(one: OpenCase): CaseSearch {
  const search = searches.get(one) ?? new CaseSearch(one.read)
  searches.set(one, search)
  return search
}

/** Begins to index the case on the desk. Answers how to stop, which must come before the case is closed. */
export function keepSearch(desk: Desk): () => void {
  const search = searchOf(desk.case)
  return () => search.close()
}

export function followSearch(one: OpenCase, patch: Patch): void {
  searches.get(one)?.follow(patch)
}

export function searchCase(desk: Desk, { words }: Parsed<'case.search'>): Promise<Found> {
  return searchOf(desk.case).search(words)
}
