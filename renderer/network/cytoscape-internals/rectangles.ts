import type { Box } from './element-index.ts'

/** On a canvas, in whole device pixels. */
export interface Rect {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** A box of the model in whole pixels, two wider for smoothing. None where it is empty or outside of `within`. */
export function pixelsOf(box: Box, scale: number, panX: number, panY: number, within: Rect): Rect[] {
  if (box.maxX <= box.minX || box.maxY <= box.minY) return []
  const rect = {
    x1: Math.max(within.x1, Math.floor(box.minX * scale + panX) - 2),
    y1: Math.max(within.y1, Math.floor(box.minY * scale + panY) - 2),
    x2: Math.min(within.x2, Math.ceil(box.maxX * scale + panX) + 2),
    y2: Math.min(within.y2, Math.ceil(box.maxY * scale + panY) + 2),
  }
  return rect.x2 > rect.x1 && rect.y2 > rect.y1 ? [rect] : []
}

/** Rectangles that overlap become one, until none do. Quadratic in how many are left, so many become one at once. */
export function joined(rects: Rect[]): Rect[] {
  if (rects.length > 300) return [rects.reduce(around)]
  const apart: Rect[] = []
  for (const rect of rects) {
    let grown = rect
    for (;;) {
      const at = apart.findIndex((other) => overlap(grown, other))
      if (at < 0) break
      grown = around(grown, ...(apart.splice(at, 1) as [Rect]))
    }
    apart.push(grown)
  }
  return apart
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2
}

function around(a: Rect, b: Rect): Rect {
  return {
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
    x2: Math.max(a.x2, b.x2),
    y2: Math.max(a.y2, b.y2),
  }
}
