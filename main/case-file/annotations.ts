import type { AnnotationRow, TagRow } from '../../preload/contract/annotate.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sql } from './sql.ts'

export function findAnnotation(db: ReadCase, id: string): AnnotationRow {
  const annotation = db.one<AnnotationRow>(sql`SELECT * FROM annotation WHERE id = ${id}`)
  if (!annotation) throw new TroubleError('gone', 'This passage is no longer marked.')
  return annotation
}

/** Annotations of exactly these words, oldest first. */
export function annotationsAt(db: ReadCase, articleId: string, start: number, end: number): AnnotationRow[] {
  return db.all(sql`SELECT * FROM annotation
    WHERE articleId = ${articleId} AND start = ${start} AND end = ${end} ORDER BY id`)
}

/** An article's annotations in reading order. */
export function annotationsOf(db: ReadCase, articleId: string): AnnotationRow[] {
  return db.all(sql`SELECT * FROM annotation WHERE articleId = ${articleId} ORDER BY start, end, id`)
}

export function insertAnnotation(
  db: WriteCase,
  row: Omit<AnnotationRow, 'id' | 'createdAt' | 'entityId'>,
): AnnotationRow {
  const annotation: AnnotationRow = {
    ...row,
    id: newId(),
    entityId: null,
    createdAt: new Date().toISOString(),
  }
  db.run(sql`INSERT INTO annotation (id, articleId, start, "end", quote, prefix, suffix, entityId, createdAt)
    VALUES (${annotation.id}, ${annotation.articleId}, ${annotation.start}, ${annotation.end}, ${annotation.quote},
      ${annotation.prefix}, ${annotation.suffix}, NULL, ${annotation.createdAt})`)
  return annotation
}

export function setMention(db: WriteCase, annotationId: string, entityId: string | null): void {
  db.run(sql`UPDATE annotation SET entityId = ${entityId} WHERE id = ${annotationId}`)
}

/** Puts a passage on words of another article, with all that is on it. */
export function moveAnnotation(
  db: WriteCase,
  id: string,
  articleId: string,
  to: Pick<AnnotationRow, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'>,
): void {
  db.run(sql`UPDATE annotation SET articleId = ${articleId}, start = ${to.start}, "end" = ${to.end},
    quote = ${to.quote}, prefix = ${to.prefix}, suffix = ${to.suffix} WHERE id = ${id}`)
}

export function deleteAnnotation(db: WriteCase, id: string): void {
  db.run(sql`DELETE FROM annotation WHERE id = ${id}`)
}

/** Deletes those of the annotations that carry nothing: no entity, tag, note or relation. */
export function deleteBare(db: WriteCase, ids: string[]): void {
  for (const id of ids)
    db.run(sql`DELETE FROM annotation WHERE id = ${id} AND entityId IS NULL
      AND NOT EXISTS (SELECT 1 FROM tagging WHERE annotationId = annotation.id)
      AND NOT EXISTS (SELECT 1 FROM evidence WHERE annotationId = annotation.id)
      AND NOT EXISTS (SELECT 1 FROM note WHERE annotationId = annotation.id)`)
}

export function tagsOn(db: ReadCase, annotationId: string): TagRow[] {
  return db.all(sql`SELECT tag.* FROM tag JOIN tagging ON tagging.tagId = tag.id
    WHERE tagging.annotationId = ${annotationId} ORDER BY tag.name`)
}
