import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import type { ArticleRow, Block } from '../../preload/contract/article.ts'
import type { Basis, EntityRow, RelationRow, Stance } from '../../preload/contract/network.ts'
import type { NoteRow } from '../../preload/contract/notes.ts'
import { annotationsOf, findAnnotation, tagsOn } from '../case-file/annotations.ts'
import { allArticles, findArticle, readContent } from '../case-file/articles.ts'
import { isDamaged } from '../case-file/damage.ts'
import { findEntity } from '../case-file/entities.ts'
import type { ReadCase } from '../case-file/handle.ts'
import { allNotes } from '../case-file/notes.ts'
import { allRelations, evidenceOf, relationsOn } from '../case-file/relations.ts'
import { longDate } from './dates.ts'
import { nested, plain, quotation } from './markdown.ts'

const typeNames: Record<EntityRow['type'], string> = {
  person: 'person',
  organisation: 'organisation',
  group: 'armed group',
  state: 'state',
  place: 'place',
  facility: 'facility',
  event: 'event',
  document: 'document',
  other: 'other',
}

/**
 * The case's notes as CommonMark, for someone who has never seen the program: by article, in reading order, each note under
 * the passage it rests on; then the relations with their passages; then the notes on entities and on the case.
 */
export function notesAsMarkdown(
  db: ReadCase,
  caseName: string,
  now = new Date(),
): { markdown: string; notes: number; passages: number } {
  const notes = allNotes(db)
  const parts: string[] = []
  let passages = 0
  for (const article of allArticles(db)) {
    const annotations = annotationsOf(db, article.id)
    const ofArticle = notes.filter((note) => note.articleId === article.id)
    if (annotations.length + ofArticle.length === 0) continue
    passages += annotations.length
    parts.push(articlePart(db, article, annotations, notes, ofArticle))
  }
  const relations = allRelations(db)
  if (relations.length > 0) parts.push(relationsPart(db, relations, notes))
  const onEntities = notes.filter((note) => note.entityId)
  if (onEntities.length > 0) parts.push(entitiesPart(db, onEntities))
  const onCase = notes.filter((n) => !n.annotationId && !n.entityId && !n.relationId && !n.articleId)
  if (onCase.length > 0)
    parts.push(`## On the case as a whole\n\n${onCase.map((n) => written(n, 3)).join('\n\n')}`)

  const counts = [
    count(notes.length, 'note'),
    count(passages, 'marked passage'),
    count(relations.length, 'relation'),
  ]
  const head = `# ${plain(caseName)}: notes\n\n${counts.join(' · ')} · exported ${longDate(now.toISOString().slice(0, 10))} from Ligature`
  return { markdown: `${[head, ...parts].join('\n\n')}\n`, notes: notes.length, passages }
}

/** A note's words. A colleague must know when the disk changed them. */
function written(note: NoteRow, level: number): string {
  const words = nested(note.body, level)
  return isDamaged(note)
    ? `*This note is damaged in the case file: its words are not all as they were written.*\n\n${words}`
    : words
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

/** "Field Briefing, 9 January 2024": how an article is named where a passage of it is quoted. */
function citation(article: ArticleRow): string {
  const where = [article.publisher, article.publishedOn && longDate(article.publishedOn)]
    .filter(Boolean)
    .join(', ')
  return plain(where ? `${article.title} (${where})` : article.title)
}

function articlePart(
  db: ReadCase,
  article: ArticleRow,
  annotations: AnnotationRow[],
  notes: NoteRow[],
  ofArticle: NoteRow[],
): string {
  const facts = [
    article.byline && `By: ${plain(article.byline)}`,
    article.publisher && `Published by: ${plain(article.publisher)}`,
    `Date: ${article.publishedOn ? longDate(article.publishedOn) : 'not known'}`,
    article.source ? `Source: ${plain(article.source)}` : 'Source: pasted text',
  ].filter(Boolean)
  const parts = [`## ${plain(article.title)}`, facts.map((fact) => `- ${fact}`).join('\n')]
  parts.push(...ofArticle.map((note) => written(note, 3)))

  const { blocks } = readContent(db, article.id)
  const noted = annotations.filter((annotation) => notes.some((note) => note.annotationId === annotation.id))
  for (const annotation of noted) {
    parts.push(`### Passage in ${placeOf(blocks, annotation.start)}`, quotation(annotation.quote))
    const marks = marksOf(db, annotation)
    if (marks.length > 0) parts.push(marks.map((mark) => `- ${mark}`).join('\n'))
    parts.push(...notes.filter((note) => note.annotationId === annotation.id).map((note) => written(note, 4)))
  }

  const others = annotations.filter((annotation) => !noted.includes(annotation))
  if (others.length > 0) {
    parts.push('### Marked without a note')
    parts.push(
      others
        .map((annotation) => {
          const marks = marksOf(db, annotation)
          const quote = `“${plain(annotation.quote.replace(/\s+/gu, ' '))}”`
          return `- ${quote} (${placeOf(blocks, annotation.start)})${marks.map((mark) => `\n  - ${mark}`).join('')}`
        })
        .join('\n'),
    )
  }
  return parts.join('\n\n')
}

/** "paragraph 4": counted as a reader counts, over the blocks of the body. */
function placeOf(blocks: Block[], at: number): string {
  const index = blocks.findLastIndex((block) => block.start <= at)
  const block = blocks[index]
  if (!block) return 'the article'
  if (block.kind === 'title') return 'the title'
  if (block.kind === 'heading') return 'a heading'
  if (block.kind === 'caption') return 'a caption'
  if (block.kind === 'furniture') return 'the page around the article'
  const body = blocks
    .slice(0, index + 1)
    .filter(({ kind }) => ['paragraph', 'quote', 'listItem'].includes(kind))
  return `paragraph ${body.length}`
}

function marksOf(db: ReadCase, annotation: AnnotationRow): string[] {
  const marks: string[] = []
  const tags = tagsOn(db, annotation.id)
  if (tags.length > 0)
    marks.push(`${tags.length === 1 ? 'Tag' : 'Tags'}: ${tags.map((tag) => plain(tag.name)).join(', ')}`)
  if (annotation.entityId) {
    const entity = findEntity(db, annotation.entityId)
    marks.push(`Names: ${plain(entity.name)} (${typeNames[entity.type]})`)
  }
  const entitiesInside = entitiesWithin(db, annotation)
  if (entitiesInside.length > 0) marks.push(`Entities in it: ${entitiesInside.map(plain).join(', ')}`)
  for (const relation of relationsOn(db, annotation.id)) {
    const how = relation.stance === 'supports' ? 'Supports' : 'Speaks against'
    marks.push(`${how}: ${sentence(db, relation)}`)
  }
  return marks
}

/** Names of the entities that are marked inside a passage, each once, in reading order. */
function entitiesWithin(db: ReadCase, passage: AnnotationRow): string[] {
  const names = annotationsOf(db, passage.articleId)
    .filter((one) => one.id !== passage.id && one.start >= passage.start && one.end <= passage.end)
    .flatMap((one) => (one.entityId ? [findEntity(db, one.entityId).name] : []))
  return [...new Set(names)]
}

function sentence(db: ReadCase, relation: RelationRow): string {
  const words = `${findEntity(db, relation.fromId).name} ${relation.kind} ${findEntity(db, relation.toId).name}`
  const when = [relation.startOn, relation.endOn].filter(Boolean).map(longDate).join(' to ')
  return plain(when ? `${words}, ${when}` : words)
}

const stanceWords: Record<Stance, string> = { supports: 'Evidence for', contradicts: 'Evidence against' }
const basisWords: Record<Basis, string> = {
  stated: 'the text says so',
  inferred: 'concluded, not said',
  assumed: 'taken as given for now',
}

function relationsPart(db: ReadCase, relations: RelationRow[], notes: NoteRow[]): string {
  const parts = relations.map((relation) => {
    const lines = [`### ${sentence(db, relation)}`]
    const evidence = evidenceOf(db, relation.id)
    const known = `- How it is known: ${basisWords[relation.basis]}`
    lines.push(evidence.length > 0 ? known : `${known}; no passage so far`)
    for (const { annotationId, stance } of evidence) {
      const passage = findAnnotation(db, annotationId)
      const words = plain(passage.quote.replace(/\s+/gu, ' '))
      lines[1] += `\n- ${stanceWords[stance]}: “${words}” — ${citation(findArticle(db, passage.articleId))}`
    }
    lines.push(...notes.filter((note) => note.relationId === relation.id).map((note) => written(note, 4)))
    return lines.join('\n\n')
  })
  return ['## Who did what to whom', ...parts].join('\n\n')
}

function entitiesPart(db: ReadCase, notes: NoteRow[]): string {
  const ids = [...new Set(notes.flatMap((note) => note.entityId ?? []))]
  const parts = ids.map((id) => {
    const entity = findEntity(db, id)
    const bodies = notes.filter((note) => note.entityId === id).map((note) => written(note, 4))
    return [`### ${plain(entity.name)} (${typeNames[entity.type]})`, ...bodies].join('\n\n')
  })
  return ['## On the entities', ...parts].join('\n\n')
}
