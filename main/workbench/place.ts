interface Place {
  x: number
  y: number
}

/** Model units between the centres of two nodes, so that neither they nor their names touch. */
const apart = 130
const golden = Math.PI * (3 - Math.sqrt(5))

/** Points of the spiral that are tried, and how far the last of them and its neighbours are from the wish. */
const tries = 200
const radiusOf = (turn: number) => apart * 0.62 * Math.sqrt(turn)
export const reach = radiusOf(tries) + apart

/**
 * A free place for a new node: the first point of a sunflower spiral around `near` that is `apart` from every node within
 * `reach`; where a crowd leaves none, beside the right `edge` of the picture. Moves nothing that a person placed. Cost: the
 * nodes within reach times the tries, 2 ms at worst, however many nodes there are.
 */
export function findPlace(taken: Place[], near: Place, edge: number): Place {
  for (let turn = 0; turn < tries; turn++) {
    const x = Math.round(near.x + radiusOf(turn) * Math.cos(turn * golden))
    const y = Math.round(near.y + radiusOf(turn) * Math.sin(turn * golden))
    if (taken.every((place) => Math.hypot(place.x - x, place.y - y) >= apart)) return { x, y }
  }
  return { x: Math.ceil(edge + apart), y: Math.round(near.y) }
}
