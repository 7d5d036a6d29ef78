import type { Rows } from './store.ts'
import { changesBetween } from './table.ts'

type Counts = ReadonlyMap<string, number>
const none: Counts = new Map()

/** How often each tag stands in each article, by article and tag. A patch costs what it changes. */
export function followTagCounts(): (rows: Rows) => ReadonlyMap<string, Counts> {
  let last: { rows: Rows; counts: Map<string, Counts> } | null = null
  return (rows) => {
    if (last?.rows.tagging === rows.tagging) return last.counts
    const counts = new Map(last?.counts)
    const opened = new Map<string, Map<string, number>>()
    const add = (articleId: string | undefined, tagId: string, by: 1 | -1) => {
      if (articleId === undefined) return
      const own = opened.get(articleId) ?? new Map(counts.get(articleId) ?? none)
      opened.set(articleId, own)
      const count = (own.get(tagId) ?? 0) + by
      if (count > 0) own.set(tagId, count)
      else own.delete(tagId)
    }
    const before = last?.rows
    for (const [id, was] of changesBetween(rows.tagging, before?.tagging ?? new Map())) {
      const now = rows.tagging.get(id)
      // An annotation never changes its article. One that goes takes its taggings along in the same patch.
      if (was) add(before?.annotation.get(was.annotationId)?.articleId, was.tagId, -1)
      if (now) add(rows.annotation.get(now.annotationId)?.articleId, now.tagId, 1)
    }
    for (const [articleId, own] of opened) counts.set(articleId, own)
    last = { rows, counts }
    return counts
  }
}
