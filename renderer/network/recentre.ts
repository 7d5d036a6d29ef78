import type { LayoutAnswer } from './layout-ask.ts'

/** In model units. */
export type Point = { x: number; y: number }

/** The middle of the box around some places. */
export function middleOf(places: Point[]): Point {
  const middle = (values: number[]) =>
    (values.reduce((a, b) => Math.min(a, b), Infinity) + values.reduce((a, b) => Math.max(a, b), -Infinity)) /
    2
  if (places.length === 0) return { x: 0, y: 0 }
  return { x: middle(places.map(({ x }) => x)), y: middle(places.map(({ y }) => y)) }
}

/** The places moved so that their middle is where it was. */
export function recentred(places: LayoutAnswer, before: Point[]): LayoutAnswer {
  const [from, to] = [middleOf(places), middleOf(before)]
  return places.map(({ id, x, y }) => ({ id, x: x - from.x + to.x, y: y - from.y + to.y }))
}
