import type { AnyRow, TableName } from '../../preload/contract/patch.ts'
import type { RowPage } from '../../preload/contract/rows.ts'
import { findArticle } from './articles.ts'
import type { ReadCase } from './handle.ts'
import { type Sql, sql } from './sql.ts'
import { tableNames } from './tables.ts'

const pageSize = 400

/**
 * One page of the rows of all tables, in the order of `tableNames` and then of ids. Pages are read while steps go on:
 * rows are whole and patches repeat them, so a view that applies the patches after the pages ends up right.
 */
export function readPage(db: ReadCase, after: RowPage['next']): RowPage {
  const rows: RowPage['rows'] = []
  let table = after?.table ?? 0
  let last = after?.after ?? ''
  while (table < tableNames.length) {
    const name = tableNames[table]
    if (!name) break
    const found = db.all<AnyRow>({
      text: `SELECT * FROM ${name} WHERE id > ? ORDER BY id LIMIT ?`,
      values: [last, pageSize - rows.length],
    })
    rows.push(...found.map((row) => ({ table: name, row })))
    if (rows.length >= pageSize) return { rows, next: { table, after: found.at(-1)?.id ?? last } }
    table++
    last = ''
  }
  return { rows, next: null }
}

/** A page of one table's rows, in the order of their ids. Empty after the last. */
export function rowsAfter(db: ReadCase, table: TableName, id: string): AnyRow[] {
  return db.all({ text: `SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ${pageSize}`, values: [id] })
}

/** An article's row and all that its text shows: its annotations, and the tags, entities with their types, notes and evidence on them. */
export function rowsOfArticle(db: ReadCase, articleId: string): RowPage['rows'] {
  const of = (table: TableName, query: Sql): RowPage['rows'] =>
    db.all<AnyRow>(query).map((row) => ({ table, row }))
  return [
    { table: 'article', row: findArticle(db, articleId) },
    // As the index has them, nearly in reading order, which is what the text sorts them by.
    ...of('annotation', sql`SELECT * FROM annotation WHERE articleId = ${articleId} ORDER BY start, end`),
    ...of(
      'entity',
      sql`SELECT * FROM entity WHERE id IN (SELECT entityId FROM annotation WHERE articleId = ${articleId})`,
    ),
    ...of(
      'entityType',
      sql`SELECT * FROM entityType WHERE name IN (SELECT entity.type FROM annotation
      JOIN entity ON entity.id = annotation.entityId WHERE annotation.articleId = ${articleId})`,
    ),
    ...of(
      'tagging',
      sql`SELECT tagging.* FROM annotation JOIN tagging ON tagging.annotationId = annotation.id
      WHERE annotation.articleId = ${articleId}`,
    ),
    ...of(
      'tag',
      sql`SELECT * FROM tag WHERE id IN (SELECT tagging.tagId FROM annotation
      JOIN tagging ON tagging.annotationId = annotation.id WHERE annotation.articleId = ${articleId})`,
    ),
    ...of(
      'evidence',
      sql`SELECT evidence.* FROM annotation JOIN evidence ON evidence.annotationId = annotation.id
      WHERE annotation.articleId = ${articleId}`,
    ),
    ...of(
      'note',
      sql`SELECT note.* FROM annotation JOIN note ON note.annotationId = annotation.id
      WHERE annotation.articleId = ${articleId}`,
    ),
  ]
}
