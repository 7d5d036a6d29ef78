import Database from 'better-sqlite3'
import type { Block } from '../../preload/contract/article.ts'
import type { Found, HitKind, SearchHit } from '../../preload/contract/search.ts'
import { found, fromIndex, toIndex, toQuery } from './search-words.ts'
import { snippetOf } from './snippet.ts'

/** What is looked through: `words` of the thing that `kind` and `id` name, `at` so many UTF-16 code units into an article. */
export interface Entry {
  kind: HitKind
  id: string
  at: number
  words: string
}

const mostHits = 60
export const noHits: Found['counts'] = { entity: 0, tag: 0, article: 0, text: 0, note: 0 }

/**
 * The full text of a case, in the memory of the program and never in the case's file: it can be made from the rows at any time,
 * so nothing of it can be damaged, go stale in a copy, or keep words that were deleted. It costs about twice the text in memory.
 */
export class SearchIndex {
  private readonly db = new Database(':memory:')
  private readonly put: Database.Statement
  private readonly place: Database.Statement
  private readonly placesOf: Database.Statement
  private readonly dropWords: Database.Statement
  private readonly dropPlace: Database.Statement

  constructor() {
    // Marks count as letters: Arabic, Hebrew and Indian scripts write within a word what unicode61 takes for its end.
    this.db.exec(`
      CREATE VIRTUAL TABLE entry USING fts5 (words, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
      CREATE TABLE place (rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL);
      CREATE INDEX place_id ON place (kind, id);`)
    this.put = this.db.prepare('INSERT INTO entry (rowid, words) VALUES (?, ?)')
    this.place = this.db.prepare('INSERT INTO place (kind, id, at) VALUES (?, ?, ?)')
    this.placesOf = this.db.prepare('SELECT rowid FROM place WHERE kind = ? AND id = ?').pluck()
    this.dropWords = this.db.prepare('DELETE FROM entry WHERE rowid = ?')
    this.dropPlace = this.db.prepare('DELETE FROM place WHERE rowid = ?')
  }

  add(entries: Entry[]): void {
    this.db.transaction(() => {
      for (const { kind, id, at, words } of entries)
        this.put.run(this.place.run(kind, id, at).lastInsertRowid, toIndex(words))
    })()
  }

  /** Forgets what it knew of one thing. */
  drop(kind: HitKind, id: string): void {
    this.db.transaction(() => {
      for (const rowid of this.placesOf.all(kind, id)) {
        this.dropWords.run(rowid)
        this.dropPlace.run(rowid)
      }
    })()
  }

  /** Looks for what a person typed; see the contract for what it may hold. */
  search(words: string): Found {
    const counts = { ...noHits }
    const query = toQuery(words)
    if (query === null) return { hits: [], counts }
    const totals = this.db.prepare(
      'SELECT kind, count(*) AS count FROM entry JOIN place ON place.rowid = entry.rowid WHERE entry MATCH ? GROUP BY kind',
    )
    for (const { kind, count } of totals.all(query) as { kind: HitKind; count: number }[])
      counts[kind] = count
    const best = this.db.prepare(
      `SELECT entry.rowid AS entryId, id, at FROM entry JOIN place ON place.rowid = entry.rowid
       WHERE entry MATCH ? AND kind = ? ORDER BY rank LIMIT ${mostHits}`,
    )
    // The driver binds numbers as REAL, and FTS5 passes over a rowid that is no INTEGER.
    const marked = this.db
      .prepare(
        'SELECT highlight(entry, 0, ?, ?) FROM entry WHERE entry MATCH ? AND rowid = CAST(? AS INTEGER)',
      )
      .pluck()
    const hits = (Object.keys(counts) as HitKind[]).flatMap((kind) => {
      if (counts[kind] === 0) return []
      const rows = best.all(query, kind) as { entryId: number; id: string; at: number }[]
      const of = rows.map(({ entryId, id, at }): SearchHit => {
        const words = fromIndex(marked.get(found.start, found.end, query, entryId) as string)
        const { start, end, snippet, marks } = snippetOf(words)
        const isText = kind === 'text'
        return { kind, id, start: isText ? at + start : 0, end: isText ? at + end : 0, snippet, marks }
      })
      return kind === 'text' ? inReadingOrder(of) : of
    })
    return { hits, counts }
  }

  close(): void {
    this.db.close()
  }
}

/** Articles as their best find comes, and in each from its beginning to its end. */
function inReadingOrder(hits: SearchHit[]): SearchHit[] {
  const byArticle = Map.groupBy(hits, ({ id }) => id)
  return [...byArticle.values()].flatMap((of) => of.sort((a, b) => a.start - b.start))
}

/** The blocks of an article's words, but its title, which is found as what is known about it. */
export function entriesOfText(id: string, text: string, blocks: Block[]): Entry[] {
  return blocks
    .filter(({ kind, start, end }) => kind !== 'title' && end > start)
    .map(({ start, end }) => ({ kind: 'text', id, at: start, words: text.slice(start, end) }))
}
