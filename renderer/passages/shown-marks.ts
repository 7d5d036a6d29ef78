import { type Mark, marksByArticle } from '../state/select.ts'
import type { State } from '../state/store.ts'

/** The marks that an article's text shows: all, or those alone that a person asked for, and what is selected. */
export function shownMarks({ rows, shownOnly, selected }: State, articleId: string): readonly Mark[] {
  const marks = marksByArticle(rows).get(articleId) ?? none
  if (!shownOnly) return marks
  const chosen = selected?.kind === 'annotation' ? selected.id : null
  return marks.filter(({ annotation: { id } }) => shownOnly.has(id) || id === chosen)
}

const none: never[] = []
