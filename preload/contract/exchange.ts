import { z } from 'zod'
import { call, Nothing } from './call.ts'
import type { Period } from './dates.ts'
import type { Basis } from './network.ts'

export interface NetworkFormat {
  id: NetworkFormatId
  label: string
  ending: string
  /** One sentence: who reads it. */
  readers: string
}

export const networkFormatIds = [
  'graphml',
  'gexf',
  'csv',
  'cytoscape',
  'cx2',
  'stix',
  'followTheMoney',
] as const
export type NetworkFormatId = (typeof networkFormatIds)[number]

/** The formats a network goes out in. The first four come back in too. */
export const networkFormats: readonly NetworkFormat[] = [
  {
    ...{ id: 'graphml', label: 'GraphML', ending: 'graphml' },
    readers: 'Read by nearly every graph program: Gephi, yEd, Cytoscape, igraph, networkx.',
  },
  {
    ...{ id: 'gexf', label: 'GEXF 1.3', ending: 'gexf' },
    readers: 'Read by Gephi and Gephi Lite, with places and a timeline of the dates.',
  },
  {
    ...{ id: 'csv', label: 'Two tables (CSV)', ending: 'csv' },
    readers: 'Read by spreadsheets, databases and Gephi: one table of entities, one of relations.',
  },
  {
    ...{ id: 'cytoscape', label: 'Cytoscape JSON', ending: 'cyjs' },
    readers: 'Read by pages made with Cytoscape.js, and by Cytoscape on the desktop.',
  },
  {
    ...{ id: 'cx2', label: 'CX2', ending: 'cx2' },
    readers: 'Read by Cytoscape on the desktop and on the web, and by NDEx.',
  },
  {
    ...{ id: 'stix', label: 'STIX 2.1', ending: 'json' },
    readers: 'Read by platforms for threat intelligence, such as OpenCTI and MISP.',
  },
  {
    ...{ id: 'followTheMoney', label: 'FollowTheMoney', ending: 'ftm.json' },
    readers: 'Read by OpenAleph and the tools of investigative newsrooms: one entity a line.',
  },
]

/** What a file of a network would add, before anything is added. */
export interface NetworkPreview {
  /** For `network.add`. */
  previewId: number
  fileName: string
  entities: { added: number; known: number }
  relations: { added: number; known: number }
  /** Types and kinds of relation that the case has none of yet. */
  types: string[]
  kinds: string[]
  /** The first of each, to look through. */
  firstEntities: IncomingEntity[]
  firstRelations: IncomingRelation[]
  /** How many entities the case has already, with other names or dates in the file than in the case. They stay as they are. */
  differing: number
  /** What was left out or changed to read it. Whole sentences. */
  notices: string[]
}

export interface IncomingEntity extends Period {
  name: string
  type: string
  /** The first other names, and how many more there are. */
  aliases: string[]
  moreAliases: number
  isNew: boolean
}

export interface IncomingRelation extends Period {
  from: string
  kind: string
  to: string
  basis: Basis
  isNew: boolean
}

export interface NetworkExport {
  fileName: string
  /** The second table, of relations, where there are two. */
  relationsFileName: string | null
  entities: number
  relations: number
  /** How many of the entities the board does not show. */
  hidden: number
}

export const exchangeCalls = {
  /**
   * Ask where, and write the whole network there, also what the board hides. `evidence`: with the passages that relations
   * rest on and how many name each entity; these cannot come back, since they belong to articles.
   */
  'export.network': call(
    z.object({ format: z.enum(networkFormatIds), evidence: z.boolean() }),
  ).answers<NetworkExport | null>(),
  /** Ask where, and write a picture that a window drew: PNG as base64, SVG as it is. Answers the file's name, or null. */
  'export.picture': call(
    z.discriminatedUnion('format', [
      z.object({ format: z.literal('png'), content: z.base64().startsWith('iVBORw0KGgo').max(100_000_000) }),
      z.object({ format: z.literal('svg'), content: z.string().startsWith('<').max(100_000_000) }),
    ]),
  ).answers<string | null>(),
  /** Ask which, and read a network without adding anything. Answers null when the person chose none. */
  'network.read': call(Nothing).answers<NetworkPreview | null>(),
  /** Add what was read last, in one step. */
  'network.add': call(z.object({ previewId: z.int().min(1) })).answers<{
    entities: number
    relations: number
  }>(),
}
