import type { LayoutAnswer, LayoutAsk } from './layout-ask.ts'
import type { Point } from './recentre.ts'

/** A line through a node or its name is worse than one across another line: it seems to end there. */
const through = 3

/**
 * How hard a picture is to read, in lines that cross each other. Lines are straight here and each two nodes are joined by one,
 * which is enough to choose by. Quadratic in the lines.
 */
export function untidiness(
  { nodes, edges }: Pick<LayoutAsk, 'nodes' | 'edges'>,
  places: LayoutAnswer,
): number {
  const at = new Map(places.map(({ id, x, y }) => [id, { x, y }]))
  const boxes = nodes.flatMap(({ id, w, h }) => {
    const middle = at.get(id)
    return middle ? { id, ...middle, w, h } : []
  })
  const lines = [
    ...new Map(edges.map((edge) => [[edge.source, edge.target].sort().join(' '), edge])).values(),
  ]
    .map(({ source, target }) => ({ source, target, from: at.get(source), to: at.get(target) }))
    .filter((line): line is Line => line.source !== line.target && Boolean(line.from && line.to))
  let found = 0
  for (const [index, line] of lines.entries()) {
    for (const box of boxes)
      if (box.id !== line.source && box.id !== line.target && runsThrough(line, box)) found += through
    for (const other of lines.slice(index + 1)) if (cross(line, other)) found += 1
  }
  return found
}

interface Line {
  source: string
  target: string
  from: Point
  to: Point
}

function cross(a: Line, b: Line): boolean {
  if ([b.source, b.target].some((end) => end === a.source || end === a.target)) return false
  return areApart(a, b.from, b.to) && areApart(b, a.from, a.to)
}

/** Whether two points lie on different sides of a line. */
const areApart = (line: Line, p: Point, q: Point) => side(line, p) * side(line, q) < 0

const side = ({ from, to }: Line, { x, y }: Point) =>
  (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)

/** Liang and Barsky's test of a segment and a rectangle. */
function runsThrough({ from, to }: Line, { x, y, w, h }: Point & { w: number; h: number }): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const bounds = [
    [-dx, from.x - (x - w / 2)],
    [dx, x + w / 2 - from.x],
    [-dy, from.y - (y - h / 2)],
    [dy, y + h / 2 - from.y],
  ] as const
  let [enters, leaves] = [0, 1]
  for (const [way, gap] of bounds) {
    if (way === 0 && gap < 0) return false
    if (way < 0) enters = Math.max(enters, gap / way)
    if (way > 0) leaves = Math.min(leaves, gap / way)
  }
  return enters < leaves
}
