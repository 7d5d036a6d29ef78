interface Point {
  x: number
  y: number
}

const regular = (sides: number): number[][] => {
  const step = (2 * Math.PI) / sides
  const start = Math.PI / 2 + (sides % 2 === 0 ? step / 2 : 0)
  const points = Array.from({ length: sides }, (_, index) => [
    Math.cos(start + index * step),
    -Math.sin(start + index * step),
  ])
  return fitted(points)
}
/** Stretched to reach each side of the square from -1 to 1, as Cytoscape does. */
function fitted(points: number[][]): number[][] {
  const range = (axis: 0 | 1) => {
    const values = points.map((point) => point[axis] ?? 0)
    return { least: Math.min(...values), most: Math.max(...values) }
  }
  const [across, down] = [range(0), range(1)]
  const fitIn = (value: number, { least, most }: { least: number; most: number }) =>
    (2 * (value - least)) / (most - least) - 1
  return points.map(([x = 0, y = 0]) => [fitIn(x, across), fitIn(y, down)])
}
const star = fitted(
  Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 1 : (3 - Math.sqrt(5)) / 2
    const angle = Math.PI / 2 + (index * Math.PI) / 5
    return [radius * Math.cos(angle), -radius * Math.sin(angle)]
  }),
)
const pairs = (...values: number[]): number[][] =>
  values.flatMap((x, index) => (index % 2 === 0 ? [[x, values[index + 1] ?? 0]] : []))

/** Corners of Cytoscape's shapes, from -1 to 1 across and down. */
const corners: Record<string, number[][]> = {
  hexagon: regular(6),
  'round-octagon': regular(8),
  'round-pentagon': regular(5),
  'round-triangle': regular(3),
  'round-diamond': pairs(0, 1, 1, 0, 0, -1, -1, 0),
  'round-tag': pairs(-1, -1, 0.25, -1, 1, 0, 0.25, 1, -1, 1),
  vee: pairs(-1, -1, 0, -0.333, 1, -1, 0, 1),
  star,
}

/** The start of an SVG element in the shape of a node with its middle at x and y. */
export function shapeOf(shape: string, x: number, y: number, w: number, h: number): string {
  const points = corners[shape]
  if (points) {
    const at = points.map(([across = 0, down = 0]) => `${x + (across * w) / 2},${y + (down * h) / 2}`)
    return `polygon points="${at.join(' ')}"`
  }
  const box = `x="${x - w / 2}" y="${y - h / 2}" width="${w}" height="${h}"`
  if (shape === 'rectangle') return `rect ${box}`
  if (shape === 'round-rectangle') return `rect ${box} rx="${Math.min(w / 4, h / 4, 8)}"`
  if (shape === 'barrel') return `rect ${box} rx="${w / 6}" ry="${h / 12}"`
  return `ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}"`
}

/** The triangle at a line's end: its size is Cytoscape's for a line of that width, at arrow-scale 0.95. */
export function arrowHead(points: Point[], width: number): string {
  const [before, tip] = points.slice(-2)
  if (!before || !tip) return ''
  const size = Math.max((width * 13.37) ** 0.9, 29) * 0.95
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x)
  const corner = (side: number) => {
    const [back, across] = [-0.3 * size, side * 0.15 * size]
    const x = tip.x + back * Math.cos(angle) - across * Math.sin(angle)
    const y = tip.y + back * Math.sin(angle) + across * Math.cos(angle)
    return `${x} ${y}`
  }
  return `M${corner(-1)}L${tip.x} ${tip.y}L${corner(1)}Z`
}
