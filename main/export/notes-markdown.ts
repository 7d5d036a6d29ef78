import { longDate } from '../../preload/contract/dates.ts'
import type { Basis, RelationRow, Stance } from '../../preload/contract/network.ts'
import type { NoteRow } from '../../preload/contract/notes.ts'
import { annotationsOf, findAnnotation } from '../case-file/annotations.ts'
import { allArticles, findArticle } from '../case-file/articles.ts'
import { findEntity } from '../case-file/entities.ts'
import type { ReadCase } from '../case-file/handle.ts'
import { allNotes } from '../case-file/notes.ts'
import { allRelations, evidenceOf } from '../case-file/relations.ts'
import { articlePart, written } from './article-markdown.ts'
import { plain } from './markdown.ts'
import { citation, graded, gradeWords, sentence, typeName, when } from './words.ts'

/**
 * The case's notes as CommonMark, for someone who has never seen the program: by article, in reading order, each note under
 * the passage it rests on; then the relations with their passages; then the notes on entities and on the case. Linear in what
 * the case holds.
 */
export function notesAsMarkdown(
  db: ReadCase,
  caseName: string,
  now = new Date(),
): { markdown: string; notes: number; passages: number } {
  const notes = allNotes(db)
  const on = {
    article: notesBy(notes, 'articleId'),
    annotation: notesBy(notes, 'annotationId'),
    relation: notesBy(notes, 'relationId'),
    entity: notesBy(notes, 'entityId'),
  }
  const parts: string[] = []
  let passages = 0
  for (const article of allArticles(db)) {
    const annotations = annotationsOf(db, article.id)
    const ofArticle = on.article.get(article.id) ?? []
    if (annotations.length + ofArticle.length === 0) continue
    passages += annotations.length
    parts.push(articlePart(db, article, annotations, on.annotation, ofArticle))
  }
  const relations = allRelations(db)
  if (relations.length > 0) parts.push(relationsPart(db, relations, on.relation))
  if (on.entity.size > 0) parts.push(entitiesPart(db, on.entity))
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

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

type Subject = 'articleId' | 'annotationId' | 'relationId' | 'entityId'

function notesBy(notes: NoteRow[], subject: Subject): Map<string, NoteRow[]> {
  const groups = new Map<string, NoteRow[]>()
  for (const note of notes) {
    const id = note[subject]
    if (!id) continue
    const group = groups.get(id)
    if (group) group.push(note)
    else groups.set(id, [note])
  }
  return groups
}

const stanceWords: Record<Stance, string> = { supports: 'Evidence for', contradicts: 'Evidence against' }
const basisWords: Record<Basis, string> = {
  stated: 'the text says so',
  inferred: 'concluded, not said',
  assumed: 'taken as given for now',
}

function relationsPart(db: ReadCase, relations: RelationRow[], notes: Map<string, NoteRow[]>): string {
  let hasGrades = false
  const parts = relations.map((relation) => {
    const evidence = evidenceOf(db, relation.id)
    const known = `- How it is known: ${basisWords[relation.basis]}`
    const lines = [evidence.length > 0 ? known : `${known}; no passage so far`]
    for (const row of evidence) {
      const passage = findAnnotation(db, row.annotationId)
      const article = findArticle(db, passage.articleId)
      const words = plain(passage.quote.replace(/\s+/gu, ' '))
      const grade = graded(row, article)
      hasGrades ||= grade !== ''
      lines.push(`- ${stanceWords[row.stance]}${grade && ` (${grade})`}: “${words}” — ${citation(article)}`)
    }
    const bodies = (notes.get(relation.id) ?? []).map((note) => written(note, 4))
    return [`### ${sentence(db, relation)}`, lines.join('\n'), ...bodies].join('\n\n')
  })
  return ['## Who did what to whom', ...(hasGrades ? [gradeWords] : []), ...parts].join('\n\n')
}

function entitiesPart(db: ReadCase, notes: Map<string, NoteRow[]>): string {
  const parts = [...notes].map(([id, onIt]) => {
    const entity = findEntity(db, id)
    const period = when(entity)
    const head = `### ${plain(entity.name)} (${typeName(entity.type)}${period && `; ${period}`})`
    return [head, ...onIt.map((note) => written(note, 4))].join('\n\n')
  })
  return ['## On the entities', ...parts].join('\n\n')
}
