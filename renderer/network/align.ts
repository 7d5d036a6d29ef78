/** Where a node stands, in model units (CSS pixels at zoom 1). */
export interface Placed {
  id: string
  x: number
  y: number
}

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]

/** Model units between the lines of the grid. Names of 120 stand below their nodes. */
export const gridStep = 40

/** All on one line: that of the outermost, or the middle between the two outermost. Nodes are lined up by their centres. */
export function align(nodes: Placed[], to: Alignment): Placed[] {
  const axis = to === 'left' || to === 'centre' || to === 'right' ? 'x' : 'y'
  const values = nodes.map((node) => node[axis])
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const isMiddle = to === 'centre' || to === 'middle'
  const line = isMiddle ? (least + most) / 2 : to === 'left' || to === 'top' ? least : most
  return nodes.map((node) => ({ ...node, [axis]: line }))
}

/** The outermost two stay; the others are spaced evenly between them, in the order they stand in. */
export function distribute(nodes: Placed[], axis: 'x' | 'y'): Placed[] {
  const inOrder = nodes.toSorted((a, b) => a[axis] - b[axis] || (a.id < b.id ? -1 : 1))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last || inOrder.length < 3) return nodes
  const step = (last[axis] - first[axis]) / (inOrder.length - 1)
  return inOrder.map((node, index) => ({ ...node, [axis]: first[axis] + index * step }))
}

export const snapToGrid = (nodes: Placed[]): Placed[] =>
  nodes.map(({ id, x, y }) => ({
    id,
    x: Math.round(x / gridStep) * gridStep,
    y: Math.round(y / gridStep) * gridStep,
  }))
