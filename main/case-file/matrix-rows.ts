import type { AnnotationRow, TaggingRow } from '../../preload/contract/annotate.ts'
import type { ReadCase } from './handle.ts'
import { sql } from './sql.ts'

/** The ids of all tags, articles or entities, in the order of their names. */
export function namesOf(db: ReadCase, table: 'tag' | 'article' | 'entity'): string[] {
  const name = table === 'article' ? 'title' : 'name'
  const rows = db.all<{ id: string; name: string }>({
    text: `SELECT id, ${name} AS name FROM ${table}`,
    values: [],
  })
  const { compare } = new Intl.Collator()
  return rows.sort((a, b) => compare(a.name, b.name)).map(({ id }) => id)
}

/** Every passage with its place, every tag on one, and which tag each tag is below. */
export function passagesForMatrix(db: ReadCase) {
  return {
    passages: db.all<Pick<AnnotationRow, 'id' | 'articleId' | 'start' | 'end' | 'entityId'>>(
      sql`SELECT id, articleId, start, "end", entityId FROM annotation ORDER BY articleId, start`,
    ),
    taggings: db.all<Pick<TaggingRow, 'annotationId' | 'tagId'>>(
      sql`SELECT annotationId, tagId FROM tagging`,
    ),
    parents: new Map(
      db
        .all<{ id: string; parentId: string | null }>(sql`SELECT id, parentId FROM tag`)
        .map(({ id, parentId }) => [id, parentId]),
    ),
  }
}
