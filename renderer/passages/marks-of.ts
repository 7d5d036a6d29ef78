import type { Mark } from '../state/marks.ts'
import { marks } from '../state/select.ts'
import type { Rows } from '../state/store.ts'

/** Passages by their ids, article by article in the order of reading. */
export function marksOf(rows: Rows, ids: readonly string[]): Mark[] {
  const wanted = new Set(ids)
  const articles = new Set(ids.flatMap((id) => rows.annotation.get(id)?.articleId ?? []))
  return [...articles].flatMap((articleId) =>
    marks(rows)
      .passages(articleId)
      .inOrder.flatMap(({ id }) => (wanted.has(id) ? (marks(rows).get(id) ?? []) : [])),
  )
}
