import type { Parsed } from '../../preload/contract.ts'
import { deleteGroup, findGroup, insertGroup, putEntity, updateGroup } from '../case-file/board.ts'
import { findEntity } from '../case-file/entities.ts'
import type { ReadCase, WriteCase } from '../case-file/handle.ts'
import { TroubleError } from '../trouble.ts'
import { entitiesInLabel } from './pin-hide.ts'
import { quoted } from './words.ts'

type Members = { entityIds: string[]; groupIds: string[] }

/** The new group stands in the group that all its members were in; members from several are then in none but it. */
export function makeGroup(db: WriteCase, input: Parsed<'group.make'>) {
  refuseNone(input)
  const parents = new Set([
    ...input.entityIds.map((id) => findEntity(db, id).groupId),
    ...input.groupIds.map((id) => findGroup(db, id).parentId),
  ])
  const [parent = null] = parents.size === 1 ? parents : []
  const groupId = insertGroup(db, input.name, parent)
  put(db, input, groupId)
  return { label: `Group ${membersInLabel(db, input)} as ${quoted(input.name)}`, value: { groupId } }
}

export function renameGroup(db: WriteCase, { groupId, name }: Parsed<'group.rename'>) {
  const group = findGroup(db, groupId)
  updateGroup(db, { ...group, name })
  return { label: `Rename group ${quoted(group.name)} to ${quoted(name)}`, value: undefined }
}

export function foldGroup(db: WriteCase, { groupId, isCollapsed }: Parsed<'group.fold'>) {
  const group = findGroup(db, groupId)
  updateGroup(db, { ...group, collapsed: isCollapsed ? 1 : 0 })
  return { label: `${isCollapsed ? 'Collapse' : 'Expand'} group ${quoted(group.name)}`, value: undefined }
}

export function putInGroup(db: WriteCase, input: Parsed<'group.put'>) {
  refuseNone(input)
  const into = input.into === null ? null : findGroup(db, input.into)
  put(db, input, input.into)
  const where = into ? `into group ${quoted(into.name)}` : 'out of its group'
  return { label: `Put ${membersInLabel(db, input)} ${where}`, value: undefined }
}

export function removeGroup(db: WriteCase, { groupId }: Parsed<'group.remove'>) {
  const group = findGroup(db, groupId)
  deleteGroup(db, group)
  return { label: `Ungroup ${quoted(group.name)}`, value: undefined }
}

function put(db: WriteCase, { entityIds, groupIds }: Members, into: string | null): void {
  for (const id of entityIds)
    if (!putEntity(db, id, into))
      throw new TroubleError('gone', 'One of these entities is no longer in the case. Nothing was changed.')
  for (const id of groupIds) {
    const group = findGroup(db, id)
    if (into !== null && isWithin(db, into, id))
      throw new TroubleError(
        'circle',
        `The group ${quoted(group.name)} cannot be put into itself or into a group that it holds. Nothing was changed.`,
      )
    updateGroup(db, { ...group, parentId: into })
  }
}

/** Whether a group is another, or stands in it at any depth. A case from elsewhere may hold a circle: it is walked once. */
function isWithin(db: ReadCase, id: string, other: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); at = findGroup(db, at).parentId) {
    if (at === other) return true
    seen.add(at)
  }
  return false
}

function refuseNone({ entityIds, groupIds }: Members): void {
  if (entityIds.length + groupIds.length === 0)
    throw new TroubleError('wrong-input', 'A group needs something to be in it. Nothing was changed.')
}

function membersInLabel(db: ReadCase, { entityIds, groupIds }: Members): string {
  const [group] = groupIds
  if (!group) return entitiesInLabel(db, entityIds)
  if (entityIds.length === 0 && groupIds.length === 1) return `group ${quoted(findGroup(db, group).name)}`
  return `${entityIds.length + groupIds.length} nodes`
}
