import type { Mark } from '../state/marks.ts'
import { marks } from '../state/select.ts'
import type { State } from '../state/store.ts'

/** Whether an article's text shows an annotation: all, or those alone that a person asked for, and what is selected. */
export function isShown({ shownOnly, selected }: State): (id: string) => boolean {
  if (!shownOnly) return () => true
  const chosen = selected?.kind === 'annotation' ? selected.id : null
  return (id) => shownOnly.has(id) || id === chosen
}

/** The marks that an article's text shows between two offsets, in reading order. */
export function shownMarks(state: State, articleId: string, start: number, end: number): Mark[] {
  const shows = isShown(state)
  return marks(state.rows)
    .touching(articleId, start, end)
    .filter(({ annotation }) => shows(annotation.id))
}
