import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import { evidenceByAnnotation } from '../state/select.ts'
import type { Rows } from '../state/store.ts'
import type { Shown } from './filter.ts'

/**
 * Whether a passage is about nothing of the network that is shown. One that only has tags or notes is about nothing of the
 * network, and never outside.
 */
export function isOutside({ id, entityId }: AnnotationRow, rows: Rows, shown: Shown): boolean {
  const evidence = evidenceByAnnotation(rows).get(id) ?? []
  if (!entityId && evidence.length === 0) return false
  if (entityId && shown.entities.has(entityId)) return false
  return !evidence.some(({ relationId }) => shown.relations.has(relationId))
}
