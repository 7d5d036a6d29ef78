import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import type { ArticleRow, Block } from '../../preload/contract/article.ts'
import { longDate } from '../../preload/contract/dates.ts'
import { gradeText } from '../../preload/contract/grade.ts'
import type { NoteRow } from '../../preload/contract/notes.ts'
import { tagsOn } from '../case-file/annotations.ts'
import { readContent } from '../case-file/articles.ts'
import { isDamaged } from '../case-file/damage.ts'
import { findEntity } from '../case-file/entities.ts'
import type { ReadCase } from '../case-file/handle.ts'
import { relationsOn } from '../case-file/relations.ts'
import { nested, plain, quotation } from './markdown.ts'
import { sentence, typeName } from './words.ts'

/** A note's words. A colleague must know when the disk changed them. */
export function written(note: NoteRow, level: number): string {
  const words = nested(note.body, level)
  return isDamaged(note)
    ? `*This note is damaged in the case file: its words are not all as they were written.*\n\n${words}`
    : words
}

/** An article with its passages in reading order, those with notes first. */
export function articlePart(
  db: ReadCase,
  article: ArticleRow,
  annotations: AnnotationRow[],
  notes: ReadonlyMap<string, NoteRow[]>,
  ofArticle: NoteRow[],
): string {
  const grade = gradeText(article)
  const facts = [
    article.byline && `By: ${plain(article.byline)}`,
    article.publisher && `Published by: ${plain(article.publisher)}`,
    `Date: ${article.publishedOn ? longDate(article.publishedOn) : 'not known'}`,
    article.source ? `Source: ${plain(article.source)}` : 'Source: pasted text',
    grade && `Grade: ${grade}`,
  ].filter(Boolean)
  const parts = [`## ${plain(article.title)}`, facts.map((fact) => `- ${fact}`).join('\n')]
  parts.push(...ofArticle.map((note) => written(note, 3)))

  const placeOf = placesIn(readContent(db, article.id).blocks)
  const marksOf = (annotation: AnnotationRow) =>
    marksOn(db, annotation, entitiesWithin(db, annotations, annotation))
  for (const annotation of annotations) {
    const onIt = notes.get(annotation.id)
    if (!onIt) continue
    parts.push(`### Passage in ${placeOf(annotation.start)}`, quotation(annotation.quote))
    const marks = marksOf(annotation)
    if (marks.length > 0) parts.push(marks.map((mark) => `- ${mark}`).join('\n'))
    parts.push(...onIt.map((note) => written(note, 4)))
  }

  const others = annotations.filter(({ id }) => !notes.has(id))
  if (others.length > 0) {
    parts.push('### Marked without a note')
    parts.push(
      others
        .map((annotation) => {
          const quote = `“${plain(annotation.quote.replace(/\s+/gu, ' '))}”`
          const marks = marksOf(annotation).map((mark) => `\n  - ${mark}`)
          return `- ${quote} (${placeOf(annotation.start)})${marks.join('')}`
        })
        .join('\n'),
    )
  }
  return parts.join('\n\n')
}

/** Answers "paragraph 4" for an offset: counted once, as a reader counts, over the blocks of the body. */
function placesIn(blocks: Block[]): (at: number) => string {
  let paragraphs = 0
  const places = blocks.map((block) => {
    if (block.kind === 'title') return 'the title'
    if (block.kind === 'heading') return 'a heading'
    if (block.kind === 'caption') return 'a caption'
    if (block.kind === 'furniture') return 'the page around the article'
    return `paragraph ${++paragraphs}`
  })
  return (at) => places[firstIndex(blocks, (block) => block.start > at) - 1] ?? 'the article'
}

/** The index of the first of sorted rows for which it holds, or how many there are: found by halves. */
function firstIndex<Row>(rows: Row[], holds: (row: Row) => boolean): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row !== undefined && holds(row)) high = middle
    else low = middle + 1
  }
  return low
}

function marksOn(db: ReadCase, annotation: AnnotationRow, within: string[]): string[] {
  const marks: string[] = []
  const tags = tagsOn(db, annotation.id)
  if (tags.length > 0)
    marks.push(`${tags.length === 1 ? 'Tag' : 'Tags'}: ${tags.map((tag) => plain(tag.name)).join(', ')}`)
  if (annotation.entityId) {
    const entity = findEntity(db, annotation.entityId)
    marks.push(`Names: ${plain(entity.name)} (${typeName(entity.type)})`)
  }
  if (within.length > 0) marks.push(`Entities in it: ${within.map(plain).join(', ')}`)
  for (const relation of relationsOn(db, annotation.id)) {
    const how = relation.stance === 'supports' ? 'Supports' : 'Speaks against'
    marks.push(`${how}: ${sentence(db, relation)}`)
  }
  return marks
}

/** Names of the entities that are marked inside a passage, each once, in reading order. Looks only at what begins in it. */
function entitiesWithin(db: ReadCase, annotations: AnnotationRow[], passage: AnnotationRow): string[] {
  const names = new Set<string>()
  for (let at = firstIndex(annotations, (one) => one.start >= passage.start); ; at++) {
    const one = annotations[at]
    if (!one || one.start >= passage.end) return [...names]
    if (one.entityId && one.id !== passage.id && one.end <= passage.end)
      names.add(findEntity(db, one.entityId).name)
  }
}
