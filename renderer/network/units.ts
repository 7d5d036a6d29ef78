import type cytoscape from 'cytoscape'
import type { Box } from './clear-of-pinned.ts'

/** What a layout places as one: a node with its name, or a frame with all that stands in it. In model units. */
export interface Unit extends Box {
  isPinned: boolean
  /** Its nodes, by their way from its middle. */
  members: { id: string; x: number; y: number }[]
}

/** Each node by itself, those that are frames too: for a layout that knows frames. */
export const nodesAsUnits = (nodes: cytoscape.NodeCollection): Unit[] => nodes.map(nodeAsUnit)

/** Each frame among the nodes that no other of them is around, and each node that stands in none. */
export function framesAsUnits(nodes: cytoscape.NodeCollection): Unit[] {
  const outermost = nodes.filter((node) => node.parents().intersection(nodes).empty())
  return outermost
    .nodes()
    .map((node: cytoscape.NodeSingular) => (node.isParent() ? frameAsUnit(node) : nodeAsUnit(node)))
}

export function nodeAsUnit(node: cytoscape.NodeSingular): Unit {
  const { w, h } = node.layoutDimensions({
    nodeDimensionsIncludeLabels: true,
  } as cytoscape.LayoutDimensionOptions)
  // The name is below the node, so the middle of both is lower than the node's own.
  const below = node.boundingBox({ includeNodes: false, includeOverlays: false }).h / 2
  const { x, y } = node.position()
  const members = node.isParent() ? [] : [{ id: node.id(), x: 0, y: -below }]
  return { id: node.id(), x, y: y + below, w, h, isPinned: node.is(pinned), members }
}

/** What is not seen of it goes along: it belongs there when it is shown again. */
function frameAsUnit(frame: cytoscape.NodeSingular): Unit {
  const { x1, y1, w, h } = frame.boundingBox({ includeOverlays: false, includeUnderlays: false })
  const [x, y] = [x1 + w / 2, y1 + h / 2]
  const within = frame.descendants(':childless') as cytoscape.NodeCollection
  const members = within.map((node) => {
    const at = node.position()
    return { id: node.id(), x: at.x - x, y: at.y - y }
  })
  return { id: frame.id(), x, y, w, h, isPinned: within.is(pinned), members }
}

const pinned = '[pinned = 1]'
