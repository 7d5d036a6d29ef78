import type { BoardGroupRow } from '../../preload/contract/board.ts'
import type { Rows } from '../state/store.ts'

/** A frame that is drawn, or the node that a collapsed one has become. */
export interface Frame {
  row: BoardGroupRow
  /** The frame around it. */
  parentId: string | null
  /** The entities in it, at any depth. */
  entityIds: string[]
}

/** How groups change the picture. */
export interface Framing {
  /** Frames that are drawn, those around others first. */
  frames: ReadonlyMap<string, Frame>
  /** The frame an entity stands in, where it is drawn in one. */
  parentOf(entityId: string): string | null
  /** What stands in the picture for an entity: itself, or the collapsed group that it is in. */
  standIn(entityId: string): string
}

const none: Framing = { frames: new Map(), parentOf: () => null, standIn: (id) => id }

let last: { entity: Rows['entity']; boardGroup: Rows['boardGroup']; framing: Framing } | null = null

/** Remembers its last answer. */
export function framingOf({ entity, boardGroup }: Pick<Rows, 'entity' | 'boardGroup'>): Framing {
  if (boardGroup.size === 0) return none
  if (last?.entity !== entity || last.boardGroup !== boardGroup)
    last = { entity, boardGroup, framing: frame(entity, boardGroup) }
  return last.framing
}

function frame(entities: Rows['entity'], groups: Rows['boardGroup']): Framing {
  const chains = new Map<string, BoardGroupRow[]>()
  for (const group of groups.values()) chains.set(group.id, chainOf(group, groups))
  /** The collapsed group furthest out, by the group it holds. */
  const folded = new Map<string, string>()
  for (const [id, chain] of chains) {
    const outermost = chain.find(({ collapsed }) => collapsed)
    if (outermost) folded.set(id, outermost.id)
  }
  const frames = new Map<string, Frame>()
  for (const [id, chain] of [...chains].sort((a, b) => a[1].length - b[1].length)) {
    const row = chain.at(-1)
    if (!row || (folded.get(id) ?? id) !== id) continue
    frames.set(id, { row, parentId: chain.at(-2)?.id ?? null, entityIds: [] })
  }
  const groupOf = (entityId: string) => {
    const groupId = entities.get(entityId)?.groupId
    return groupId && chains.has(groupId) ? groupId : null
  }
  // Hidden entities are in no picture, so a group of nothing else has no frame.
  for (const { id, hidden } of entities.values())
    if (!hidden)
      for (const group of chains.get(groupOf(id) ?? '') ?? []) frames.get(group.id)?.entityIds.push(id)
  for (const [id, { entityIds }] of frames) if (entityIds.length === 0) frames.delete(id)
  return {
    frames,
    parentOf: (entityId) => {
      const groupId = groupOf(entityId)
      return groupId && !folded.has(groupId) && frames.has(groupId) ? groupId : null
    },
    standIn: (entityId) => {
      const stand = folded.get(groupOf(entityId) ?? '')
      return stand && frames.has(stand) ? stand : entityId
    },
  }
}

/** From the outermost group to this one. Groups that hold each other in a circle, in a case from elsewhere, hold nothing. */
function chainOf(group: BoardGroupRow, groups: Rows['boardGroup']): BoardGroupRow[] {
  const circle = circleFrom(group, groups)
  const chain = [group]
  for (let at = group; at.parentId && !circle.has(at.id); ) {
    const around = groups.get(at.parentId)
    if (!around) break
    chain.unshift(around)
    at = around
  }
  return chain
}

/** The groups of the circle that the way up from a group runs into; none where it ends. */
function circleFrom(group: BoardGroupRow, groups: Rows['boardGroup']): Set<string> {
  const way: string[] = []
  for (
    let at: BoardGroupRow | undefined = group;
    at;
    at = at.parentId ? groups.get(at.parentId) : undefined
  ) {
    const from = way.indexOf(at.id)
    if (from >= 0) return new Set(way.slice(from))
    way.push(at.id)
  }
  return new Set()
}
