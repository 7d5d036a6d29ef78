import { ViewState } from '../../preload/contract/picture.ts'
import type { Parsed } from '../../preload/contract.ts'
import { findArticle } from '../case-file/articles.ts'
import {
  allPlaces,
  deleteView,
  findView,
  hideEntity,
  insertView,
  renameBoardView,
} from '../case-file/board.ts'
import { moveEntity } from '../case-file/entities.ts'
import type { WriteCase } from '../case-file/handle.ts'
import { findTag } from '../case-file/tags.ts'
import { TroubleError } from '../trouble.ts'
import { quoted } from './words.ts'

export function keepView(db: WriteCase, { name, ...seen }: Parsed<'view.keep'>) {
  for (const id of seen.filter.tagIds) findTag(db, id)
  for (const id of seen.filter.articleIds) findArticle(db, id)
  const places = allPlaces(db).map((place) => ({ ...place, hidden: place.hidden === 1 }))
  const state: ViewState = { ...seen, places }
  return {
    label: `Keep view ${quoted(name)}`,
    value: { viewId: insertView(db, name, JSON.stringify(state)) },
  }
}

/** Entities that are gone since are passed over; undo puts all back where they stood before. */
export function openView(db: WriteCase, { viewId }: Parsed<'view.open'>) {
  const { name, state } = findView(db, viewId)
  const read = ViewState.safeParse(JSON.parse(state))
  if (!read.success)
    throw new TroubleError('unreadable', `The view ${quoted(name)} cannot be read. Nothing was changed.`)
  for (const { entityId, x, y, hidden } of read.data.places)
    if (moveEntity(db, entityId, x, y)) hideEntity(db, entityId, hidden ? 1 : 0)
  return { label: `Open view ${quoted(name)}`, value: undefined }
}

export function renameView(db: WriteCase, { viewId, name }: Parsed<'view.rename'>) {
  const view = findView(db, viewId)
  renameBoardView(db, viewId, name)
  return { label: `Rename view ${quoted(view.name)} to ${quoted(name)}`, value: undefined }
}

export function removeView(db: WriteCase, { viewId }: Parsed<'view.remove'>) {
  const { name } = findView(db, viewId)
  deleteView(db, viewId)
  return { label: `Forget view ${quoted(name)}`, value: undefined }
}
