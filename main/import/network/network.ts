import type { Period } from '../../../preload/contract/dates.ts'
import type { KindLook, TypeLook } from '../../../preload/contract/looks.ts'
import type { Basis } from '../../../preload/contract/network.ts'
import { TroubleError } from '../../trouble.ts'

/** A network as a file has it: nothing of it is believed yet. */
export interface RawNetwork {
  nodes: RawNode[]
  edges: RawEdge[]
  /** What the file has that was not read. Whole sentences. */
  notices: string[]
}
export interface RawNode {
  id: string
  /** By the names of the file's own fields, in lower case. */
  values: Map<string, string>
  /** The one of two tables that it stands in. */
  file?: string
}
export interface RawEdge extends RawNode {
  source: string
  target: string
}

/** A network that can be added: every value one that the case can hold. */
export interface Network {
  nodes: NewNode[]
  edges: NewEdge[]
  notices: string[]
}
export interface NewNode extends Period {
  /** As Ligature gave it, else null. */
  id: string | null
  name: string
  type: string
  /** How its type is drawn, where the file says so. */
  look: TypeLook | null
  aliases: string[]
  description: string
  /** Null where the file says none. */
  place: { x: number; y: number } | null
  pinned: boolean
  hidden: boolean
  /** The names of the groups it is in, the outermost first. */
  group: string[]
}
export interface NewEdge extends Period {
  id: string | null
  /** Places in the list of nodes. */
  from: number
  to: number
  kind: string
  /** How its kind is drawn, where the file says so. */
  look: KindLook | null
  basis: Basis
}

/**
 * The most that is added at once. Undo, and every window, hold all of it as one change: some 30 MB at this size. Counted while
 * reading, so that no file uses up the memory first.
 */
export const mostNodes = 20_000
export const mostEdges = 50_000

export const refused = (file: string, why: string, advice = 'Choose another file. Nothing was changed.') =>
  new TroubleError('network-refused', `“${file}” cannot be added as a network: ${why}.`, advice)

export function refuseTooMany(file: string, nodes: number, edges: number): void {
  const advice = 'Filter it in the program it comes from, and import the part you need. Nothing was changed.'
  if (nodes > mostNodes) throw refused(file, `it has more than ${grouped(mostNodes)} entities`, advice)
  if (edges > mostEdges) throw refused(file, `it has more than ${grouped(mostEdges)} relations`, advice)
}

const grouped = (number: number) => number.toLocaleString('en-GB')
