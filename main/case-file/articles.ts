import type { ArticleContent, ArticleRow } from '../../preload/contract/article.ts'
import type { Grade } from '../../preload/contract/grade.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sha256 } from './sha256.ts'
import { sql } from './sql.ts'

/** What an article's words are kept under, and proved with. */
export const contentHash = (text: string, blocks: string) => sha256(text, '\n', blocks)

export function findArticle(db: ReadCase, id: string): ArticleRow {
  const article = db.one<ArticleRow>(sql`SELECT * FROM article WHERE id = ${id}`)
  if (!article) throw new TroubleError('gone', 'This article is no longer in the case.')
  return article
}

/** An article that has the very same words and blocks, if the case holds one. */
export function findSameArticle(db: ReadCase, content: ArticleContent): ArticleRow | undefined {
  const contentId = contentHash(content.text, JSON.stringify(content.blocks))
  return db.one(sql`SELECT * FROM article WHERE contentId = ${contentId} LIMIT 1`)
}

/** The article that was added last, or null in a case without any. */
export function newestArticle(db: ReadCase): string | null {
  return db.one<{ id: string | null }>(sql`SELECT max(id) AS id FROM article`)?.id ?? null
}

export function allArticles(db: ReadCase): ArticleRow[] {
  return db.all(sql`SELECT * FROM article ORDER BY id`)
}

/** The words of an article, proved against their SHA-256: a bit that flipped on the disk is named, not shown. */
export function readContent(db: ReadCase, articleId: string): ArticleContent {
  const { contentId, title } = findArticle(db, articleId)
  const found = db.one<{ text: string; blocks: string }>(
    sql`SELECT text, blocks FROM content WHERE id = ${contentId}`,
  )
  if (!found || contentHash(found.text, found.blocks) !== contentId)
    throw new TroubleError(
      'words-damaged',
      `The words of “${title}” are damaged in the case file. Passages and notes are kept.`,
      'Restore a backup from before, or add the article again.',
    ).offering('case.backups')
  return { text: found.text, blocks: JSON.parse(found.blocks) }
}

export function insertArticle(
  db: WriteCase,
  article: Omit<ArticleRow, 'id' | 'contentId' | 'addedAt' | 'reliability' | 'credibility' | 'replacesId'>,
  content: ArticleContent,
): string {
  const blocks = JSON.stringify(content.blocks)
  const contentId = contentHash(content.text, blocks)
  const id = newId()
  db.run(
    sql`INSERT INTO content (id, text, blocks) VALUES (${contentId}, ${content.text}, ${blocks}) ON CONFLICT DO NOTHING`,
  )
  db.run(sql`INSERT INTO article (id, contentId, title, byline, publisher, publishedOn, source, language, direction, addedAt)
    VALUES (${id}, ${contentId}, ${article.title}, ${article.byline}, ${article.publisher}, ${article.publishedOn},
      ${article.source}, ${article.language}, ${article.direction}, ${new Date().toISOString()})`)
  return id
}

export function updateArticle(
  db: WriteCase,
  id: string,
  known: Pick<
    ArticleRow,
    'title' | 'byline' | 'publisher' | 'publishedOn' | 'source' | 'language' | 'direction'
  >,
): void {
  db.run(sql`UPDATE article SET title = ${known.title}, byline = ${known.byline}, publisher = ${known.publisher},
    publishedOn = ${known.publishedOn}, source = ${known.source},
    language = ${known.language}, direction = ${known.direction} WHERE id = ${id}`)
}

/** Makes an article the new version of an earlier one. */
export function setReplaces(db: WriteCase, id: string, earlierId: string): void {
  db.run(sql`UPDATE article SET replacesId = ${earlierId} WHERE id = ${id}`)
}

export function gradeArticle(db: WriteCase, id: string, { reliability, credibility }: Grade): void {
  db.run(sql`UPDATE article SET reliability = ${reliability}, credibility = ${credibility} WHERE id = ${id}`)
}

export function deleteArticle(db: WriteCase, id: string): void {
  db.run(sql`DELETE FROM article WHERE id = ${id}`)
}
