import { Graph, layout } from '@dagrejs/dagre'
import type { LayoutAnswer, LayoutAsk, LayoutNode } from './layout-ask.ts'
import { middleOf, type Point } from './recentre.ts'

/** Model units between the centres of two nodes, so that their names do not touch: names are 120 wide at most. */
const across = 150
const down = 110

/** The room that a node or a frame takes in a row, in a column, and, turned any way, in a ring. */
const widthOf = ({ w }: LayoutNode) => Math.max(across, w + 24)
const heightOf = ({ h }: LayoutNode) => Math.max(down, h + 46)
const reachOf = ({ w, h }: LayoutNode) => Math.max(across, Math.hypot(w, h) + 8)

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
  const [first, ...rest] = nodes.toSorted(
    (a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  )
  if (!first) return []
  const places: LayoutAnswer = [{ id: first.id, x: 0, y: 0 }]
  let inner = reachOf(first) / 2
  let isTurned = false
  for (let at = 0; at < rest.length; ) {
    let end = at
    let ring = emptyRing
    for (; end < rest.length; end++) {
      const wider = withOne(ring, rest[end] as LayoutNode)
      if (end > at && radiusOf(wider) > inner + wider.thickness / 2) break
      ring = wider
    }
    const radius = Math.max(inner + ring.thickness / 2, radiusOf(ring))
    // Turned against each other, so that no line from the middle runs through a ring's node to the next ring's.
    places.push(...around(rest.slice(at, end), radius, isTurned ? 0.5 : 0))
    isTurned = !isTurned
    at = end
    inner = radius + ring.thickness / 2
  }
  return places
}

/** In the order that they stand in around their middle already, so that one finds them again. */
function circle({ nodes }: LayoutAsk): LayoutAnswer {
  const middle = middleOf(nodes)
  const angle = ({ x, y }: Point) => Math.atan2(y - middle.y, x - middle.x)
  const inOrder = nodes.toSorted((a, b) => angle(a) - angle(b) || (a.id < b.id ? -1 : 1))
  return around(inOrder, Math.max(90, radiusOf(nodes.reduce(withOne, emptyRing))))
}

interface Ring {
  /** Of what stands in it, along it. */
  length: number
  thickness: number
}
const emptyRing: Ring = { length: 0, thickness: 0 }

function withOne({ length, thickness }: Ring, node: LayoutNode): Ring {
  const reach = reachOf(node)
  return { length: length + reach, thickness: Math.max(thickness, reach) }
}

/** The smallest radius at which nothing in the ring touches. Frames are so wide that the way across counts, not that along the ring. */
const radiusOf = ({ length, thickness }: Ring) => length / (thickness > across ? 4 : 2 * Math.PI)

/** Each with as much of the ring as it needs, the first one on top, or turned on by a part of its own room. */
function around(nodes: LayoutNode[], radius: number, turn = 0): LayoutAnswer {
  const all = nodes.reduce((sum, node) => sum + reachOf(node), 0)
  let along = nodes[0] ? reachOf(nodes[0]) * (turn - 0.5) : 0
  return nodes.map((node) => {
    const half = reachOf(node) / 2
    const angle = (2 * Math.PI * (along + half)) / all - Math.PI / 2
    along += 2 * half
    return { id: node.id, x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  })
}

/** Row by row as one reads, in the order they stand in already. */
function grid({ nodes, isWide }: LayoutAsk): LayoutAnswer {
  const inOrder = nodes.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
  const columns = Math.max(1, Math.round(Math.sqrt(nodes.length * (isWide ? 1.1 : 0.6))))
  return inRows(inOrder, columns)
}

/** Places from the middle of the first on, in columns as wide and rows as tall as what stands in them. */
function inRows(nodes: LayoutNode[], columns: number): LayoutAnswer {
  const widths: number[] = []
  const heights: number[] = []
  for (const [index, node] of nodes.entries()) {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    widths[column] = Math.max(widths[column] ?? 0, widthOf(node))
    heights[row] = Math.max(heights[row] ?? 0, heightOf(node))
  }
  const [xs, ys] = [middlesOf(widths), middlesOf(heights)]
  return nodes.map(({ id }, index) => ({
    id,
    x: xs[index % columns] ?? 0,
    y: ys[Math.floor(index / columns)] ?? 0,
  }))
}

/** Where the middles of lengths come to lie that are put one behind the other, from 0 on. */
function middlesOf(lengths: number[]): number[] {
  let end = 0
  return lengths.map((length) => {
    end += length
    return end - length / 2
  })
}

/** Dates from left to right, what is of one date above each other; what has none in rows below. */
function timeline({ nodes }: LayoutAsk): LayoutAnswer {
  const [undated, dated] = [nodes.filter(({ at }) => at === null), nodes.filter(({ at }) => at !== null)]
  const byDate = Map.groupBy(
    dated.toSorted((a, b) => a.y - b.y),
    ({ at }) => at,
  )
  const columns = [...byDate].sort(([a], [b]) => Number(a) - Number(b)).map(([, column]) => column)
  const xs = middlesOf(
    columns.map((column) => column.reduce((widest, node) => Math.max(widest, widthOf(node)), 0)),
  )
  const above = columns.flatMap((column, index) => {
    const ys = middlesOf(column.map(heightOf))
    return column.map(({ id }, row) => ({ id, x: xs[index] ?? 0, y: -(ys[row] ?? 0) }))
  })
  const below = inRows(undated, Math.max(6, columns.length))
  return [...above, ...below.map((place) => ({ ...place, y: place.y + down }))]
}
