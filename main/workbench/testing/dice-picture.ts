import type { BoardFilter } from '../../../preload/contract/picture.ts'
import { foldGroup, makeGroup, putInGroup, removeGroup, renameGroup } from '../group.ts'
import { hideEntities, pinEntities } from '../pin-hide.ts'
import { keepView, openView, removeView, renameView } from '../view.ts'
import { type Doing, pick } from './pick.ts'

export const noFilter: BoardFilter = {
  text: '',
  types: [],
  kinds: [],
  bases: [],
  tagIds: [],
  articleIds: [],
  from: '',
  to: '',
  reliability: '',
  credibility: '',
}

/** Every verb that changes the picture of the network. */
export const pictureDoings = {
  pinEntities: (db, r) =>
    pinEntities(db, { entityIds: [pick(db, 'entity', r.a), pick(db, 'entity', r.b)], isPinned: r.c % 2 > 0 }),
  hideEntities: (db, r) => hideEntities(db, { entityIds: [pick(db, 'entity', r.a)], isHidden: r.c % 2 > 0 }),
  makeGroup: (db, r) =>
    makeGroup(db, {
      name: r.word,
      entityIds: [pick(db, 'entity', r.a)],
      groupIds: r.c % 2 ? [pick(db, 'boardGroup', r.b)] : [],
    }),
  renameGroup: (db, r) => renameGroup(db, { groupId: pick(db, 'boardGroup', r.a), name: r.word }),
  foldGroup: (db, r) => foldGroup(db, { groupId: pick(db, 'boardGroup', r.a), isCollapsed: r.c % 2 > 0 }),
  putInGroup: (db, r) =>
    putInGroup(db, {
      entityIds: r.c % 2 ? [] : [pick(db, 'entity', r.a)],
      groupIds: r.c % 2 ? [pick(db, 'boardGroup', r.a)] : [],
      into: r.c % 4 > 1 ? pick(db, 'boardGroup', r.b) : null,
    }),
  removeGroup: (db, r) => removeGroup(db, { groupId: pick(db, 'boardGroup', r.a) }),
  keepView: (db, r) =>
    keepView(db, { name: r.word, zoom: 1.5, pan: { x: r.a / 3, y: -r.b }, filter: noFilter }),
  openView: (db, r) => openView(db, { viewId: pick(db, 'boardView', r.a) }),
  renameView: (db, r) => renameView(db, { viewId: pick(db, 'boardView', r.a), name: r.word }),
  removeView: (db, r) => removeView(db, { viewId: pick(db, 'boardView', r.a) }),
} satisfies Record<string, Doing>
