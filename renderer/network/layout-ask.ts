export const layoutKinds = ['organic', 'hierarchy', 'concentric', 'circle', 'grid', 'timeline'] as const
export type LayoutKind = (typeof layoutKinds)[number]

export interface LayoutNode {
  id: string
  parent: string | undefined
  /** Sizes in model units, with the room that the name takes. */
  w: number
  h: number
  x: number
  y: number
  isPinned: boolean
  /** The day it begins by its dates or those of its relations, counted from 1970; null where none says. */
  at: number | null
}

export interface LayoutAsk {
  kind: LayoutKind
  nodes: LayoutNode[]
  edges: { source: string; target: string }[]
  /** Whether the board is wider than tall. */
  isWide: boolean
}
export type LayoutAnswer = { id: string; x: number; y: number }[]

/** Of fcose, the organic layout. */
export const layoutOptions = {
  randomize: true,
  quality: 'proof',
  nodeSeparation: 75,
  idealEdgeLength: 92,
  nodeRepulsion: 4500,
  gravity: 0.6,
  // Nodes without a line stand in rows beside the rest, and must not cover each other's names.
  tilingPaddingVertical: 40,
  tilingPaddingHorizontal: 60,
}
