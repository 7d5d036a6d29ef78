/**
 * What entities and relations are said to have in files that graph programs exchange, and of what kind each is. A field
 * that is empty, or as it is for nearly all, is left out of a file. Fields of several words hold one a line.
 */
export const nodeFields = {
  label: 'string',
  type: 'string',
  /** How the type is drawn where it is one's own: names of shapes and icons, and 1 to 8 for the eight colours (looks.ts). */
  typeShape: 'string',
  typeIcon: 'string',
  typeColor: 'integer',
  aliases: 'string',
  description: 'string',
  startOn: 'string',
  startHow: 'string',
  endOn: 'string',
  endHow: 'string',
  x: 'double',
  y: 'double',
  pinned: 'boolean',
  hidden: 'boolean',
  /** The names of the groups it is in, the outermost first. */
  group: 'string',
  mentions: 'integer',
} as const
export type NodeField = keyof typeof nodeFields

export const edgeFields = {
  label: 'string',
  basis: 'string',
  /** How relations of the kind are drawn where it is not plainly. */
  kindColor: 'integer',
  kindLine: 'string',
  kindBothWays: 'boolean',
  startOn: 'string',
  startHow: 'string',
  endOn: 'string',
  endHow: 'string',
  /** How many passages speak for it and against it, the best grade of those for it, and their words. */
  supports: 'integer',
  contradicts: 'integer',
  grade: 'string',
  evidence: 'string',
} as const
export type EdgeField = keyof typeof edgeFields
export type FieldKind = 'string' | 'double' | 'boolean' | 'integer'

/** What cannot come back into a case: it belongs to articles, which no such file holds. */
export const fieldsOfArticles: readonly string[] = [
  'mentions',
  'supports',
  'contradicts',
  'grade',
  'evidence',
]
