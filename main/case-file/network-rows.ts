import type { ArticleRow } from '../../preload/contract/article.ts'
import type { BoardGroupRow } from '../../preload/contract/board.ts'
import type { EntityRow, EvidenceRow } from '../../preload/contract/network.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { sql } from './sql.ts'

/** What the whole network is made of. Each reads a table from end to end, about 1 µs a row. */
export function allEntities(db: ReadCase): EntityRow[] {
  return db.all(sql`SELECT * FROM entity ORDER BY id`)
}

export function allGroups(db: ReadCase): BoardGroupRow[] {
  return db.all(sql`SELECT * FROM boardGroup ORDER BY id`)
}

/** How many passages name each entity. */
export function mentionCounts(db: ReadCase): Map<string, number> {
  const rows = db.all<{ entityId: string; count: number }>(
    sql`SELECT entityId, count(*) AS count FROM annotation WHERE entityId IS NOT NULL GROUP BY entityId`,
  )
  return new Map(rows.map(({ entityId, count }) => [entityId, count]))
}

export type EvidenceWords = EvidenceRow & { quote: string; articleId: string }

/** All evidence with its words, in the order of relations. */
export function allEvidence(db: ReadCase): EvidenceWords[] {
  return db.all(sql`SELECT evidence.*, annotation.quote, annotation.articleId FROM evidence
    JOIN annotation ON annotation.id = evidence.annotationId ORDER BY evidence.relationId, evidence.id`)
}

export function articlesById(db: ReadCase): Map<string, ArticleRow> {
  const rows = db.all<ArticleRow>(sql`SELECT * FROM article`)
  return new Map(rows.map((row) => [row.id, row]))
}

export function insertWholeEntity(db: WriteCase, row: EntityRow): void {
  db.run(sql`INSERT INTO entity (id, name, type, aliases, description, x, y, createdAt, startOn, startHow, endOn, endHow,
      pinned, hidden, groupId)
    VALUES (${row.id}, ${row.name}, ${row.type}, ${row.aliases}, ${row.description}, ${row.x}, ${row.y}, ${row.createdAt},
      ${row.startOn}, ${row.startHow}, ${row.endOn}, ${row.endHow}, ${row.pinned}, ${row.hidden}, ${row.groupId})`)
}
