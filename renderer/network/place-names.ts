/** The box of a node that is seen, in CSS pixels. */
export interface Seen {
  id: string
  /** What stands after a line break, an event's date, is left out where there is no room for it. */
  name: string
  /** A frame around others: a name may stand within it. */
  isFrame: boolean
  left: number
  right: number
  top: number
  bottom: number
}

/** One line or two, centred at `x`, with `y` as the upper edge. */
export interface PlacedName {
  id: string
  lines: string[]
  x: number
  y: number
}

/** CSS pixels. */
export const lineHeight = 13
/** What nodes and names take is kept in squares of this size, in CSS pixels: what is nearer than one may touch. */
const cell = 4
/** More names than this are no help, and each costs some 15 µs to draw. */
const most = 150
/** Letters in a line: of a name in one line, and at most. */
const usual = 16
const longest = 22

/**
 * Finds a place for the name of each node in turn: below it, beside it or above it, where no node and no name stands yet and
 * the board does not cut it off. One that finds none goes without.
 */
export function placeNames(seen: Seen[], width: number, halfOf: (words: string) => number): PlacedName[] {
  const taken = new Taken(seen)
  const placed: PlacedName[] = []
  const place = (node: Seen, lines: string[]): PlacedName | undefined => {
    const { id, isFrame, left, right, top, bottom } = node
    const half = Math.max(...lines.map(halfOf))
    const height = lines.length * lineHeight
    const [x, y] = [(left + right) / 2, (top + bottom) / 2 - height / 2]
    const above = { x, y: top - height }
    const places = isFrame
      ? [above]
      : [{ x, y: bottom + 1 }, { x: right + 3 + half, y }, above, { x: left - 3 - half, y }]
    const free = places.find((at) => at.x - half > 0 && at.x + half < width && taken.take(at, half, height))
    return free && { id, lines, ...free }
  }
  for (const node of seen) {
    const [name = '', ...more] = node.name.split('\n')
    const lines = wrapped(name)
    const done = place(node, [...lines, ...more.flatMap(wrapped)]) ?? (more.length > 0 && place(node, lines))
    if (done) placed.push(done)
    if (placed.length === most) break
  }
  return placed
}

/** A long name in two lines, at the space that makes the longer one shortest. */
function wrapped(name: string): string[] {
  if (name.length <= usual) return [name]
  const spaces = [...name.matchAll(/\s/gu)].map(({ index }) => index)
  const longer = (at: number) => Math.max(at, name.length - at)
  const [at] = spaces.sort((a, b) => longer(a) - longer(b))
  return (at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)]).map(shortened)
}

const shortened = (name: string) => {
  const letters = Array.from(name)
  return letters.length > longest
    ? `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : name
}

/** What is taken by nodes and names, in cells. */
class Taken {
  private readonly cells = new Set<number>()

  constructor(nodes: Seen[]) {
    // A name may touch a node, and stand within a frame.
    for (const { isFrame, left, right, top, bottom } of nodes)
      if (!isFrame)
        for (const each of this.under(left + 2, right - 2, top + 2, bottom - 2)) this.cells.add(each)
  }

  /** Takes the place of words around `x`, below `y`, unless some of it is taken. */
  take({ x, y }: { x: number; y: number }, half: number, height: number): boolean {
    const cells = this.under(x - half, x + half, y + 2, y + height - 2)
    if (cells.some((each) => this.cells.has(each))) return false
    for (const each of cells) this.cells.add(each)
    return true
  }

  private under(left: number, right: number, top: number, bottom: number): number[] {
    const cells: number[] = []
    for (let row = Math.floor(top / cell); row <= Math.floor(bottom / cell); row++)
      for (let column = Math.floor(left / cell); column <= Math.floor(right / cell); column++)
        cells.push(row * 10_000 + column)
    return cells
  }
}
