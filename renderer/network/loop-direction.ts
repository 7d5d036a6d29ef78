import { relationsByEntity } from '../state/select.ts'
import type { Rows } from '../state/store.ts'

const turn = 2 * Math.PI

/**
 * Where a relation of an entity to itself goes out, so that it lies over no other line: the middle of the widest gap between the
 * directions of its neighbours, and of its name below it. As Cytoscape has it: degrees clockwise from straight up.
 */
export function loopDirection(entityId: string, rows: Rows): string {
  const entity = rows.entity.get(entityId)
  const taken = [Math.PI]
  for (const { fromId, toId } of relationsByEntity(rows).get(entityId) ?? []) {
    const other = rows.entity.get(fromId === entityId ? toId : fromId)
    if (entity && other && other !== entity)
      taken.push((Math.atan2(other.x - entity.x, entity.y - other.y) + turn) % turn)
  }
  taken.sort((a, b) => a - b)
  const gaps = taken.map((from, index) => ({
    from,
    width: (taken[index + 1] ?? (taken[0] ?? 0) + turn) - from,
  }))
  const { from, width } = gaps.reduce((widest, gap) => (gap.width > widest.width ? gap : widest))
  return `${Math.round(((from + width / 2) * 360) / turn) % 360}deg`
}
