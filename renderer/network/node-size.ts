import { mentionsByEntity, relationsByEntity } from '../state/select.ts'
import type { NodeSize, Rows } from '../state/store.ts'

/** Pixels at zoom 1. */
const usual = 44
const most = 96

/** How wide a node is drawn. Its area, not its width, grows with the number it stands for. */
export function sizeOf(entityId: string, rows: Rows, by: NodeSize): number {
  // Betweenness is worked out in a worker, and shown when it is there: MeasuredBoard.tsx.
  if (by === 'fixed' || by === 'betweenness') return usual
  const counted = by === 'mentions' ? mentionsByEntity(rows) : relationsByEntity(rows)
  const count = counted.get(entityId)?.length ?? 0
  return Math.round(Math.min(most, 30 + 14 * Math.sqrt(count)))
}
