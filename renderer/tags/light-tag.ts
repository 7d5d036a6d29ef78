import { point, useStore } from '../state/store.ts'
import { branchOf } from './tag-rows.ts'

/** Lights the passages of a tag and of those below it. */
export function lightTag(tagId: string): void {
  const { rows } = useStore.getState()
  const branch = branchOf(rows, tagId)
  const annotations = [...rows.tagging.values()].flatMap((row) =>
    branch.has(row.tagId) ? row.annotationId : [],
  )
  point({ annotations })
}
