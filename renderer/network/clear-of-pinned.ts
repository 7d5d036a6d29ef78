import RBush from 'rbush'
import type { LayoutKind } from './layout-ask.ts'

/** A node with its name: the middle of their box and its size, in model units. */
export interface Box {
  id: string
  x: number
  y: number
  w: number
  h: number
}

/** Model units left free between a pinned node and one that had to go aside. */
const gap = 12

const aside = [
  { dx: 1, dy: 0 },
  { dx: -1, dy: 0 },
]
const upOrDown = [
  { dx: 0, dy: 1 },
  { dx: 0, dy: -1 },
]

/** Where a node may go so that the layout still says what it says: layers are rows, and dates columns. */
const ways: Record<LayoutKind, { dx: number; dy: number }[]> = {
  hierarchy: aside,
  timeline: upOrDown,
  organic: [...aside, ...upOrDown],
  concentric: [...aside, ...upOrDown],
  circle: [...aside, ...upOrDown],
  grid: [...aside, ...upOrDown],
}

/** Moves what a layout put onto pinned nodes to the nearest place beside them that is free. All else stays where it was put. */
export function clearOfPinned(kind: LayoutKind, placed: Box[], pinned: Box[]): Box[] {
  if (pinned.length === 0) return placed
  const fixed = new Boxes().load(pinned)
  const all = new Boxes().load([...pinned, ...placed])
  return placed.map((box) => {
    if (!fixed.collides(edges(box))) return box
    all.remove(box)
    const [nearest] = ways[kind]
      .map((way) => firstFree(box, way, all))
      .sort((a, b) => Math.hypot(a.x - box.x, a.y - box.y) - Math.hypot(b.x - box.x, b.y - box.y))
    all.insert(nearest as Box)
    return nearest as Box
  })
}

/** Goes one way past whatever stands there, until nothing does. */
function firstFree(box: Box, { dx, dy }: { dx: number; dy: number }, all: Boxes): Box {
  let { x, y } = box
  for (;;) {
    const found = all.search(edges({ ...box, x, y }))
    if (found.length === 0) return { ...box, x, y }
    for (const other of found) {
      const away = { x: (box.w + other.w) / 2 + gap, y: (box.h + other.h) / 2 + gap }
      if (dx !== 0) x = dx > 0 ? Math.max(x, other.x + away.x) : Math.min(x, other.x - away.x)
      if (dy !== 0) y = dy > 0 ? Math.max(y, other.y + away.y) : Math.min(y, other.y - away.y)
    }
  }
}

const edges = ({ x, y, w, h }: Box) => ({
  minX: x - w / 2,
  minY: y - h / 2,
  maxX: x + w / 2,
  maxY: y + h / 2,
})

class Boxes extends RBush<Box> {
  override toBBox(box: Box) {
    return edges(box)
  }
  override compareMinX(a: Box, b: Box) {
    return a.x - a.w / 2 - (b.x - b.w / 2)
  }
  override compareMinY(a: Box, b: Box) {
    return a.y - a.h / 2 - (b.y - b.h / 2)
  }
}
