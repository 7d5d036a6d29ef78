import type { pictureCalls } from '../../../preload/contract/picture.ts'
import type { Input } from '../../../preload/contract.ts'
import { noFilter } from './dice-picture.ts'

/** Ids of the case that the samples are about, beside those of entities, tags and articles. */
export interface PictureIds {
  group: string
  outer: string
  view: string
}

export const unfiltered = { name: 'All of it', zoom: 1, pan: { x: 0, y: 0 }, filter: noFilter }

/** Right inputs of every call that changes the picture. */
export function pictureSamples(ids: PictureIds & Record<'entity' | 'other' | 'tag' | 'article', string>): {
  [Name in keyof typeof pictureCalls]: Input<Name>[]
} {
  return {
    'entity.pin': [{ entityIds: [ids.entity, ids.other], isPinned: true }],
    'entity.hide': [{ entityIds: [ids.entity], isHidden: true }],
    'group.make': [{ name: 'Both', entityIds: [ids.entity], groupIds: [ids.group] }],
    'group.rename': [{ groupId: ids.group, name: 'Another' }],
    'group.fold': [{ groupId: ids.group, isCollapsed: true }],
    'group.put': [{ entityIds: [ids.entity], groupIds: [ids.group], into: ids.outer }],
    'group.remove': [{ groupId: ids.group }],
    'view.keep': [
      {
        name: 'A part',
        zoom: 1.5,
        pan: { x: 3, y: -4 },
        filter: {
          ...noFilter,
          types: ['group'],
          kinds: ['attacked'],
          bases: ['stated'],
          tagIds: [ids.tag],
          articleIds: [ids.article],
          ...{ from: '2024', to: '2024-02-01', reliability: 'C', credibility: '3' },
        },
      },
    ],
    'view.open': [{ viewId: ids.view }],
    'view.rename': [{ viewId: ids.view, name: 'Another' }],
    'view.remove': [{ viewId: ids.view }],
  }
}
