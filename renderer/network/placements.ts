import { Graph, layout } from '@dagrejs/dagre'
import type { LayoutAnswer, LayoutAsk, LayoutNode } from './layout-ask.ts'
import { middleOf, type Point } from './recentre.ts'

/** Model units between the centres of two nodes, so that their names do not touch: names are 120 wide at most. */
const across = 150
const down = 110

/** Layouts that need no simulation, each a few milliseconds a thousand nodes. Pinned nodes are left out of the answer. */
export const placements = { hierarchy, concentric, circle, grid, timeline }

/** Who is at which end of the relations decides who stands above whom: layers with few crossings, by dagre. */
function hierarchy({ nodes, edges }: LayoutAsk): LayoutAnswer {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 64 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, w, h } of nodes) graph.setNode(id, { width: w, height: h })
  for (const [index, { source, target }] of edges.entries())
    if (source !== target) graph.setEdge(source, target, {}, String(index))
  layout(graph)
  return nodes.map(({ id }) => {
    const { x, y } = graph.node(id) as Point
    return { id, x, y }
  })
}

/** The nodes with most relations in the middle, the others in rings around them. */
function concentric({ nodes, edges }: LayoutAsk): LayoutAnswer {
  const degree = new Map<string, number>()
  for (const { source, target } of edges)
    for (const id of [source, target]) degree.set(id, (degree.get(id) ?? 0) + 1)
  const rest = nodes.toSorted(
    (a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  )
  const places: LayoutAnswer = rest.splice(0, 1).map(({ id }) => ({ id, x: 0, y: 0 }))
  for (let radius = across; rest.length > 0; radius += across) {
    const ring = rest.splice(0, Math.floor((2 * Math.PI * radius) / across))
    places.push(...around(ring, radius))
  }
  return places
}

/** In the order that they stand in around their middle already, so that one finds them again. */
function circle({ nodes }: LayoutAsk): LayoutAnswer {
  const middle = middleOf(nodes)
  const angle = ({ x, y }: Point) => Math.atan2(y - middle.y, x - middle.x)
  const inOrder = nodes.toSorted((a, b) => angle(a) - angle(b) || (a.id < b.id ? -1 : 1))
  return around(inOrder, Math.max(90, (nodes.length * across) / (2 * Math.PI)))
}

function around(nodes: LayoutNode[], radius: number): LayoutAnswer {
  return nodes.map(({ id }, index) => {
    const angle = (2 * Math.PI * index) / nodes.length - Math.PI / 2
    return { id, x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  })
}

/** Row by row as one reads, in the order they stand in already. */
function grid({ nodes, isWide }: LayoutAsk): LayoutAnswer {
  const inOrder = nodes.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
  const columns = Math.max(1, Math.round(Math.sqrt(nodes.length * (isWide ? 1.1 : 0.6))))
  return inOrder.map(({ id }, index) => ({
    id,
    x: (index % columns) * across,
    y: Math.floor(index / columns) * down,
  }))
}

/** Dates from left to right, what is of one date above each other; what has none in rows below. */
function timeline({ nodes }: LayoutAsk): LayoutAnswer {
  const dated = nodes.filter(({ at }) => at !== null)
  const columns = [...new Set(dated.map(({ at }) => at))].sort((a, b) => Number(a) - Number(b))
  const filled = new Map<number | null, number>()
  const places: LayoutAnswer = dated
    .toSorted((a, b) => a.y - b.y)
    .map(({ id, at }) => {
      const row = filled.get(at) ?? 0
      filled.set(at, row + 1)
      return { id, x: columns.indexOf(at) * across, y: -row * down }
    })
  const width = Math.max(6, columns.length)
  const undated = nodes.filter(({ at }) => at === null)
  const below = undated.map(({ id }, index) => ({
    id,
    x: (index % width) * across,
    y: (2 + Math.floor(index / width)) * down,
  }))
  return [...places, ...below]
}
