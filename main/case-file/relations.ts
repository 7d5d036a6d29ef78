import type { Grade } from '../../preload/contract/grade.ts'
import type { EvidenceRow, RelationRow, Stance } from '../../preload/contract/network.ts'
import { TroubleError } from '../trouble.ts'
import type { ReadCase, WriteCase } from './handle.ts'
import { newId } from './id.ts'
import { sql } from './sql.ts'

export function findRelation(db: ReadCase, id: string): RelationRow {
  const relation = db.one<RelationRow>(sql`SELECT * FROM relation WHERE id = ${id}`)
  if (!relation) throw new TroubleError('gone', 'This relation is no longer in the case.')
  return relation
}

/** Relations that an annotation is evidence for, with its stance, oldest first. */
export function relationsOn(db: ReadCase, annotationId: string): (RelationRow & { stance: Stance })[] {
  return db.all(sql`SELECT relation.*, evidence.stance FROM relation JOIN evidence ON evidence.relationId = relation.id
    WHERE evidence.annotationId = ${annotationId} ORDER BY relation.id`)
}

/** The annotations a relation rests on or is contradicted by, oldest first. */
export function evidenceOf(db: ReadCase, relationId: string): EvidenceRow[] {
  return db.all(sql`SELECT * FROM evidence WHERE relationId = ${relationId} ORDER BY id`)
}

/** What an annotation is evidence for or against, oldest first. */
export function evidenceOn(db: ReadCase, annotationId: string): EvidenceRow[] {
  return db.all(sql`SELECT * FROM evidence WHERE annotationId = ${annotationId} ORDER BY id`)
}

export function findEvidence(db: ReadCase, id: string): EvidenceRow {
  const evidence = db.one<EvidenceRow>(sql`SELECT * FROM evidence WHERE id = ${id}`)
  if (!evidence) throw new TroubleError('gone', 'This passage is no longer evidence for the relation.')
  return evidence
}

export function insertRelation(db: WriteCase, row: Omit<RelationRow, 'id' | 'createdAt'>): string {
  const id = newId()
  insertWholeRelation(db, { ...row, id, createdAt: new Date().toISOString() })
  return id
}

export function insertWholeRelation(db: WriteCase, row: RelationRow): void {
  db.run(sql`INSERT INTO relation (id, fromId, toId, kind, basis, startOn, startHow, endOn, endHow, createdAt)
    VALUES (${row.id}, ${row.fromId}, ${row.toId}, ${row.kind}, ${row.basis}, ${row.startOn}, ${row.startHow}, ${row.endOn},
      ${row.endHow}, ${row.createdAt})`)
}

export function updateRelation(db: WriteCase, row: Omit<RelationRow, 'createdAt'>): void {
  db.run(sql`UPDATE relation SET fromId = ${row.fromId}, toId = ${row.toId}, kind = ${row.kind}, basis = ${row.basis},
    startOn = ${row.startOn}, startHow = ${row.startHow}, endOn = ${row.endOn}, endHow = ${row.endHow} WHERE id = ${row.id}`)
}

/** Deletes a relation; answers the annotations that were its evidence. */
export function deleteRelation(db: WriteCase, id: string): string[] {
  const annotations = evidenceOf(db, id).map((evidence) => evidence.annotationId)
  db.run(sql`DELETE FROM relation WHERE id = ${id}`)
  return annotations
}

/** Adds an annotation as evidence, or changes its stance where it is evidence already. Answers the evidence's id. */
export function putEvidence(db: WriteCase, relationId: string, annotationId: string, stance: Stance): string {
  const row = db.one<{ id: string }>(sql`INSERT INTO evidence (id, relationId, annotationId, stance)
    VALUES (${newId()}, ${relationId}, ${annotationId}, ${stance})
    ON CONFLICT (relationId, annotationId) DO UPDATE SET stance = excluded.stance RETURNING id`)
  if (!row) throw new Error('Evidence must get an id.')
  return row.id
}

export function gradeEvidence(db: WriteCase, id: string, { reliability, credibility }: Grade): void {
  db.run(sql`UPDATE evidence SET reliability = ${reliability}, credibility = ${credibility} WHERE id = ${id}`)
}

/** Lets another passage be this evidence; there must be none on it for the same relation. */
export function moveEvidence(db: WriteCase, id: string, annotationId: string): void {
  db.run(sql`UPDATE evidence SET annotationId = ${annotationId} WHERE id = ${id}`)
}

export function deleteEvidence(db: WriteCase, id: string): void {
  db.run(sql`DELETE FROM evidence WHERE id = ${id}`)
}

export function allRelations(db: ReadCase): RelationRow[] {
  return db.all(sql`SELECT * FROM relation ORDER BY id`)
}
