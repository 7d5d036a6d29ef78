export const directions = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const

interface Place {
  id: string
  x: number
  y: number
}

/** The nearest of some in a direction. What lies aside counts as further away; what lies behind or square to it is none. */
export function nearestTowards(
  from: { x: number; y: number },
  others: readonly Place[],
  { x, y }: { x: number; y: number },
): Place | null {
  let best: Place | null = null
  let least = Infinity
  for (const other of others) {
    const along = (other.x - from.x) * x + (other.y - from.y) * y
    const straight = Math.hypot(other.x - from.x, other.y - from.y)
    const distance = straight * (3 - (2 * along) / straight)
    if (along > 0 && distance < least) {
      best = other
      least = distance
    }
  }
  return best
}

/** The nearest of some, wherever it lies. */
export function nearest(from: { x: number; y: number }, places: readonly Place[]): Place | null {
  const far = (place: Place) => Math.hypot(place.x - from.x, place.y - from.y)
  return places.reduce<Place | null>((best, place) => (best && far(best) <= far(place) ? best : place), null)
}
