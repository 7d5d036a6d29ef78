import type { Parsed } from '../../preload/contract.ts'
import { hideEntity, pinEntity } from '../case-file/board.ts'
import { findEntity } from '../case-file/entities.ts'
import type { ReadCase, WriteCase } from '../case-file/handle.ts'
import { TroubleError } from '../trouble.ts'
import { quoted } from './words.ts'

export function pinEntities(db: WriteCase, { entityIds, isPinned }: Parsed<'entity.pin'>) {
  for (const id of entityIds) if (!pinEntity(db, id, isPinned ? 1 : 0)) throw gone()
  return { label: `${isPinned ? 'Pin' : 'Unpin'} ${entitiesInLabel(db, entityIds)}`, value: undefined }
}

export function hideEntities(db: WriteCase, { entityIds, isHidden }: Parsed<'entity.hide'>) {
  for (const id of entityIds) if (!hideEntity(db, id, isHidden ? 1 : 0)) throw gone()
  return { label: `${isHidden ? 'Hide' : 'Show'} ${entitiesInLabel(db, entityIds)}`, value: undefined }
}

const gone = () =>
  new TroubleError('gone', 'One of these entities is no longer in the case. Nothing was changed.')

/** "“Kerman”" or "3 entities" */
export function entitiesInLabel(db: ReadCase, ids: string[]): string {
  const [first] = ids
  return ids.length === 1 && first ? quoted(findEntity(db, first).name) : `${ids.length} entities`
}
