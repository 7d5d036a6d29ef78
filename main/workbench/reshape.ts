import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import type { EvidenceRow } from '../../preload/contract/network.ts'
import type { Parsed } from '../../preload/contract.ts'
import {
  annotationsAt,
  deleteAnnotation,
  findAnnotation,
  insertAnnotation,
  moveAnnotation,
  setMention,
  tagsOn,
} from '../case-file/annotations.ts'
import { readContent } from '../case-file/articles.ts'
import { findEntity } from '../case-file/entities.ts'
import type { ReadCase, WriteCase } from '../case-file/handle.ts'
import { moveNotes } from '../case-file/notes.ts'
import { evidenceOn, findRelation, gradeEvidence, moveEvidence, putEvidence } from '../case-file/relations.ts'
import { attachTag } from '../case-file/tags.ts'
import { TroubleError } from '../trouble.ts'
import { quoteAt, snap } from './passage.ts'
import { quoted } from './words.ts'

/** How much of each passage's words a label quotes, where it quotes two. */
const most = 28

export function resizePassage(db: WriteCase, input: Parsed<'annotate.resize'>) {
  const annotation = findAnnotation(db, input.annotationId)
  const { text } = readContent(db, annotation.articleId)
  const { start, end } = snap(text, input.start, input.end)
  const same = annotationsAt(db, annotation.articleId, start, end).filter(
    (other) =>
      other.id !== annotation.id &&
      (!other.entityId || !annotation.entityId || other.entityId === annotation.entityId),
  )
  let { entityId } = annotation
  for (const other of same) {
    // Of two on the same words, one names an entity at most.
    if (other.entityId && entityId && other.entityId !== entityId) continue
    entityId ??= other.entityId
    takeOver(db, annotation, other)
  }
  if (entityId !== annotation.entityId) setMention(db, annotation.id, entityId)
  const words = quoteAt(text, start, end)
  moveAnnotation(db, annotation.id, annotation.articleId, { start, end, ...words })
  const label = `Resize passage ${quoted(annotation.quote, most)} to ${quoted(words.quote, most)}`
  return { label, value: { annotationId: annotation.id, joined: same.length > 0 } }
}

export function splitPassage(db: WriteCase, { annotationId, at }: Parsed<'annotate.split'>) {
  const annotation = findAnnotation(db, annotationId)
  const { articleId, start, end, quote } = annotation
  const { text } = readContent(db, articleId)
  const isInside = at > start && at < end
  if (!isInside || text.slice(start, at).trim() === '' || text.slice(at, end).trim() === '')
    throw new TroubleError(
      'no-split',
      `${quoted(quote)} was not split: there are no words of it on both sides of this place.`,
      'Put the caret between two words of the passage, then try again.',
    )
  const first = snap(text, start, at)
  // A cut through a letter leaves all of it with the first.
  const rest = snap(text, Math.max(at, first.end), end)
  const firstWords = quoteAt(text, first.start, first.end)
  const restWords = quoteAt(text, rest.start, rest.end)
  moveAnnotation(db, annotationId, articleId, { ...first, ...firstWords })
  const { id: restId } = insertAnnotation(db, { articleId, ...rest, ...restWords })
  if (annotation.entityId) setMention(db, restId, annotation.entityId)
  for (const tag of tagsOn(db, annotationId)) attachTag(db, restId, tag.id)
  for (const evidence of evidenceOn(db, annotationId))
    gradeEvidence(db, putEvidence(db, evidence.relationId, restId, evidence.stance), evidence)
  const label = `Split passage into ${quoted(firstWords.quote, most)} and ${quoted(restWords.quote, most)}`
  return { label, value: { annotationId, restId } }
}

export function mergePassages(db: WriteCase, input: Parsed<'annotate.merge'>) {
  const all = [...new Set(input.annotationIds)].map((id) => findAnnotation(db, id))
  const [kept, ...others] = all
  if (!kept || others.length === 0)
    throw new TroubleError('no-merge', 'A passage cannot be merged with itself. Nothing was changed.')
  if (others.some(({ articleId }) => articleId !== kept.articleId))
    throw new TroubleError('no-merge', 'Passages of two articles cannot be one. Nothing was changed.')
  const other = others.find(({ entityId }) => entityId !== kept.entityId)
  if (other) throw twoKinds(db, kept, other)
  const { text } = readContent(db, kept.articleId)
  const { start, end } = joined(text, all)
  for (const each of others) takeOver(db, kept, each)
  const words = quoteAt(text, start, end)
  moveAnnotation(db, kept.id, kept.articleId, { start, end, ...words })
  return {
    label: `Merge ${all.length} passages into ${quoted(words.quote)}`,
    value: { annotationId: kept.id },
  }
}

/** The span of passages that overlap or touch, whatever their order. Only blanks may stand between two that touch. */
function joined(text: string, all: AnnotationRow[]): { start: number; end: number } {
  const [first, ...rest] = [...all].sort((a, b) => a.start - b.start)
  const { start, end: firstEnd } = first as AnnotationRow
  let end = firstEnd
  for (const each of rest) {
    if (each.start > end && text.slice(end, each.start).trim() !== '')
      throw new TroubleError(
        'no-merge',
        `Before ${quoted(each.quote)} stand words that are in none of the passages. Nothing was changed.`,
        'Make one of the passages longer until they touch, then merge them.',
      )
    end = Math.max(end, each.end)
  }
  return { start, end }
}

function twoKinds(db: ReadCase, kept: AnnotationRow, other: AnnotationRow): TroubleError {
  const named = [kept, other].map(({ entityId }) =>
    entityId ? quoted(findEntity(db, entityId).name) : 'no entity',
  )
  return new TroubleError(
    'no-merge',
    `One of the passages names ${named[0]}, the other ${named[1]}. Nothing was changed.`,
    'Passages are merged where they name the same entity, or none.',
  )
}

/** Moves all that is on one passage to another, and deletes it. */
function takeOver(db: WriteCase, kept: AnnotationRow, gone: AnnotationRow): void {
  for (const tag of tagsOn(db, gone.id)) attachTag(db, kept.id, tag.id)
  moveNotes(db, gone.id, kept.id)
  const known = new Map(evidenceOn(db, kept.id).map((row) => [row.relationId, row]))
  for (const row of evidenceOn(db, gone.id)) {
    const same = known.get(row.relationId)
    if (same) agree(db, same, row)
    else moveEvidence(db, row.id, kept.id)
  }
  deleteAnnotation(db, gone.id)
}

/** Two passages that are evidence for one relation become one only where nothing that was judged of them is lost by it. */
function agree(db: WriteCase, kept: EvidenceRow, gone: EvidenceRow): void {
  const isGraded = ({ reliability, credibility }: EvidenceRow) => reliability !== '' || credibility !== ''
  const isSameGrade = kept.reliability === gone.reliability && kept.credibility === gone.credibility
  if (kept.stance !== gone.stance || (isGraded(kept) && isGraded(gone) && !isSameGrade)) {
    const { kind } = findRelation(db, kept.relationId)
    throw new TroubleError(
      'no-merge',
      `Two of the passages are judged differently as evidence for ${quoted(kind)}. Nothing was changed.`,
      'Give them the same stance and grade, or detach one, then try again.',
    )
  }
  if (isGraded(gone)) gradeEvidence(db, kept.id, gone)
}
