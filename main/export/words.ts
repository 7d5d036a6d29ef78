import type { ArticleRow } from '../../preload/contract/article.ts'
import { longDate, type Period, periodInWords } from '../../preload/contract/dates.ts'
import { type Grade, gradeOf, gradeText } from '../../preload/contract/grade.ts'
import type { EntityType, RelationRow } from '../../preload/contract/network.ts'
import { findEntity } from '../case-file/entities.ts'
import type { ReadCase } from '../case-file/handle.ts'
import { plain } from './markdown.ts'

const typeNames: Record<EntityType, string> = {
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

/** A type of the analyst's own is kept under its name. */
export const typeName = (type: string): string =>
  Object.hasOwn(typeNames, type) ? typeNames[type as EntityType] : plain(type)

/** "Field Briefing, 9 January 2024": how an article is named where a passage of it is quoted. */
export function citation(article: ArticleRow): string {
  const where = [article.publisher, article.publishedOn && longDate(article.publishedOn)]
    .filter(Boolean)
    .join(', ')
  return plain(where ? `${article.title} (${where})` : article.title)
}

/** "around 2012 to 2020". A case from elsewhere can hold anything for a date. */
export const when = (period: Period): string => plain(periodInWords(period))

export function sentence(db: ReadCase, relation: RelationRow): string {
  const words = `${findEntity(db, relation.fromId).name} ${relation.kind} ${findEntity(db, relation.toId).name}`
  const period = periodInWords(relation)
  return plain(period ? `${words}, ${period}` : words)
}

/** "B2": the grade a passage counts with, its own or its article's. */
export const graded = (own: Grade, article: Grade): string => gradeText(gradeOf(own, article))

/** For a reader who does not know the code. */
export const gradeWords =
  'Grades are on the Admiralty code: A to E is how reliable the source is, from always to not, and F where that cannot be judged; 1 to 5 how credible what it says is, from confirmed to improbable, and 6 where that cannot be judged.'
