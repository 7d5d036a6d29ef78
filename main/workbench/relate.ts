import { gradeText } from '../../preload/contract/grade.ts'
import type { RelationRow } from '../../preload/contract/network.ts'
import type { Parsed } from '../../preload/contract.ts'
import { deleteBare, findAnnotation } from '../case-file/annotations.ts'
import { findEntity } from '../case-file/entities.ts'
import type { ReadCase, WriteCase } from '../case-file/handle.ts'
import {
  deleteEvidence,
  deleteRelation,
  evidenceOf,
  findEvidence,
  findRelation,
  gradeEvidence,
  insertRelation,
  putEvidence,
  updateRelation,
} from '../case-file/relations.ts'
import { entityFor } from './network.ts'
import { annotationFor } from './passage.ts'
import { checkPeriod } from './period.ts'
import { inLabel, quoted } from './words.ts'

/** "ISIS-K attacked Kerman": a relation as a sentence, for labels. */
export function sentence(db: ReadCase, relation: Pick<RelationRow, 'fromId' | 'kind' | 'toId'>): string {
  const name = (id: string) => inLabel(findEntity(db, id).name)
  return `${name(relation.fromId)} ${inLabel(relation.kind)} ${name(relation.toId)}`
}

export function makeRelation(db: WriteCase, input: Parsed<'relation.make'>) {
  checkPeriod(input)
  const from = entityFor(db, input.from, 'id' in input.to ? findEntity(db, input.to.id) : undefined)
  const to = entityFor(db, input.to, from)
  const row = { ...input, fromId: from.id, toId: to.id }
  const relationId = insertRelation(db, row)
  const annotation = input.passage && annotationFor(db, input.passage)
  if (annotation) putEvidence(db, relationId, annotation.id, 'supports')
  return { label: `Relate ${sentence(db, row)}`, value: { relationId, annotationId: annotation?.id ?? null } }
}

export function editRelation(db: WriteCase, input: Parsed<'relation.edit'>) {
  checkPeriod(input)
  const relation = findRelation(db, input.relationId)
  updateRelation(db, { ...relation, ...input })
  return { label: `Edit relation ${sentence(db, { ...relation, ...input })}`, value: undefined }
}

export function reverseRelation(db: WriteCase, input: Parsed<'relation.reverse'>) {
  const relation = findRelation(db, input.relationId)
  const turned = { ...relation, fromId: relation.toId, toId: relation.fromId }
  updateRelation(db, turned)
  return { label: `Turn relation round: ${sentence(db, turned)}`, value: undefined }
}

export function removeRelation(db: WriteCase, input: Parsed<'relation.remove'>) {
  const label = `Delete relation ${sentence(db, findRelation(db, input.relationId))}`
  deleteBare(db, deleteRelation(db, input.relationId))
  return { label, value: undefined }
}

export function attachEvidence(db: WriteCase, input: Parsed<'evidence.attach'>) {
  const relation = findRelation(db, input.relationId)
  const annotation = annotationFor(db, input.passage)
  const evidenceId = putEvidence(db, relation.id, annotation.id, input.stance)
  // What was taken as given has words of its own now; the person can still call it inferred.
  const isFirst = evidenceOf(db, relation.id).length === 1
  if (isFirst && input.stance === 'supports' && relation.basis === 'assumed')
    updateRelation(db, { ...relation, basis: 'stated' })
  const how = input.stance === 'supports' ? 'for' : 'against'
  return {
    label: `Add passage ${quoted(annotation.quote, 28)} ${how} ${sentence(db, relation)}`,
    value: { evidenceId, annotationId: annotation.id },
  }
}

export function gradePassage(db: WriteCase, input: Parsed<'evidence.grade'>) {
  const evidence = findEvidence(db, input.evidenceId)
  const { quote } = findAnnotation(db, evidence.annotationId)
  gradeEvidence(db, evidence.id, input)
  return {
    label: `Grade passage ${quoted(quote, 28)} ${gradeText(input) || 'as its article'}`,
    value: undefined,
  }
}

export function detachEvidence(db: WriteCase, input: Parsed<'evidence.detach'>) {
  const evidence = findEvidence(db, input.evidenceId)
  const { quote } = findAnnotation(db, evidence.annotationId)
  deleteEvidence(db, evidence.id)
  deleteBare(db, [evidence.annotationId])
  return {
    label: `Take passage ${quoted(quote, 28)} away from ${sentence(db, findRelation(db, evidence.relationId))}`,
    value: undefined,
  }
}
