import type cytoscape from 'cytoscape'

interface Point {
  x: number
  y: number
}

/** The points of an edge's line, in model units: its ends, and between them those that bend it. */
export const edgePoints = (edge: cytoscape.EdgeSingular): Point[] => [
  edge.sourceEndpoint(),
  ...(edge.controlPoints() ?? []),
  edge.targetEndpoint(),
]

/** From the first point to the last, bent by those between: each a quadratic curve to the middle of two, as Cytoscape draws. */
export function linePath(points: Point[]): string {
  const [start, ...rest] = points
  const end = rest.pop()
  if (!start || !end) return ''
  if (rest.length === 0) return `M${start.x} ${start.y}L${end.x} ${end.y}`
  const curves = rest.map((control, index) => {
    const next = rest[index + 1]
    const to = next ? { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 } : end
    return `Q${control.x} ${control.y} ${to.x} ${to.y}`
  })
  return `M${start.x} ${start.y}${curves.join('')}`
}
