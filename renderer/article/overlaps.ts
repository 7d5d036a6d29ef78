import type { Mark } from '../state/marks.ts'
import { marks } from '../state/select.ts'
import type { State } from '../state/store.ts'

/** Where the caret stood last in an article's text: it is asked for when a menu or the palette has the focus. */
let caret: { articleId: string; offset: number } | null = null
export function rememberCaret(articleId: string, offset: number): void {
  caret = { articleId, offset }
}

/** Where the caret stood last in an article, if it was the last to have one. */
export const lastCaret = (articleId: string): number | null =>
  caret?.articleId === articleId ? caret.offset : null

/** The selected passage, and where the caret stands if that is in it or at its edge. */
export function selectedMark({ selected, rows }: State): { mark: Mark; caret: number | null } | null {
  const mark = selected?.kind === 'annotation' ? marks(rows).get(selected.id) : undefined
  if (!mark) return null
  const { articleId, start, end } = mark.annotation
  const isIn = caret?.articleId === articleId && caret.offset >= start && caret.offset <= end
  return { mark, caret: isIn ? (caret?.offset ?? null) : null }
}

const length = ({ annotation }: Mark) => annotation.end - annotation.start
/** The shortest says most about the words: it comes first. Of two on the same words, the older. */
export const innermostFirst = (some: readonly Mark[]): Mark[] =>
  [...some].sort((a, b) => length(a) - length(b) || (a.annotation.id < b.annotation.id ? -1 : 1))

/** The passages on the words where the caret stands, or else around the selected one; that one among them, innermost first. */
export function passagesHere(state: State): Mark[] {
  const chosen = selectedMark(state)
  if (!chosen) return []
  const { annotation } = chosen.mark
  const from = chosen.caret ?? annotation.start
  const to = chosen.caret ?? annotation.end
  return innermostFirst(
    marks(state.rows)
      .touching(annotation.articleId, from - 1, to + 1)
      .filter(({ annotation: { start, end } }) => start <= from && end >= to),
  )
}

/** The next passage outwards on the same words, and after the outermost the innermost again. */
export function nextOutward(some: readonly Mark[], id: string | null): Mark | undefined {
  const at = some.findIndex(({ annotation }) => annotation.id === id)
  return some[(at + 1) % some.length]
}

/** Passages touch where blanks alone stand between them; more than a few are never looked at. */
const mostBlanks = 16

/** What the selected passage can be merged with: what overlaps or touches it, and names the same entity or none as it does. */
export function mergeable(state: State): Mark[] {
  const chosen = selectedMark(state)
  const { content, articleId } = state
  if (!chosen || !content || chosen.mark.annotation.articleId !== articleId) return []
  const { id, start, end, entityId } = chosen.mark.annotation
  const near = marks(state.rows).touching(articleId, start - mostBlanks, end + mostBlanks)
  return near.filter(({ annotation: other }) => {
    if (other.id === id || other.entityId !== entityId) return false
    if (other.start <= end && other.end >= start) return true
    const [from, to] = other.start > end ? [end, other.start] : [other.end, start]
    return content.text.slice(from, to).trim() === ''
  })
}
