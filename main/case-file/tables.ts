import type { TableName, Tables } from '../../preload/contract/patch.ts'

/**
 * The tables a person's steps change, parents before children, with every column. History is recorded and views are fed
 * from this list; a column that the row types lack, or the other way round, does not compile.
 */
export const tables = {
  article: [
    'id',
    'contentId',
    'title',
    'byline',
    'publisher',
    'publishedOn',
    'source',
    'language',
    'direction',
    'addedAt',
    'reliability',
    'credibility',
    'replacesId',
  ],
  boardGroup: ['id', 'name', 'parentId', 'collapsed', 'createdAt'],
  entity: [
    'id',
    'name',
    'type',
    'aliases',
    'description',
    'x',
    'y',
    'createdAt',
    'startOn',
    'startHow',
    'endOn',
    'endHow',
    'pinned',
    'hidden',
    'groupId',
  ],
  tag: ['id', 'name', 'color', 'description', 'createdAt', 'parentId', 'pin'],
  tagSet: ['id', 'name', 'createdAt'],
  tagSetMember: ['id', 'tagSetId', 'tagId'],
  annotation: ['id', 'articleId', 'start', 'end', 'quote', 'prefix', 'suffix', 'entityId', 'createdAt'],
  tagging: ['id', 'annotationId', 'tagId'],
  relation: ['id', 'fromId', 'toId', 'kind', 'basis', 'startOn', 'endOn', 'createdAt', 'startHow', 'endHow'],
  evidence: ['id', 'relationId', 'annotationId', 'stance', 'reliability', 'credibility'],
  note: [
    'id',
    'body',
    'annotationId',
    'entityId',
    'relationId',
    'articleId',
    'createdAt',
    'updatedAt',
    'sha256',
  ],
  tagQuery: ['id', 'name', 'expression', 'createdAt'],
  entityType: ['id', 'name', 'shape', 'icon', 'color', 'createdAt'],
  relationKind: ['id', 'name', 'color', 'line', 'directed', 'createdAt'],
  boardView: ['id', 'name', 'state', 'createdAt'],
} as const satisfies { [Name in TableName]: readonly (keyof Tables[Name])[] }

type Unlisted = { [Name in TableName]: Exclude<keyof Tables[Name], (typeof tables)[Name][number]> }[TableName]
const everyColumnIsListed: [Unlisted] extends [never] ? true : never = true
void everyColumnIsListed

export const tableNames = Object.keys(tables) as TableName[]
