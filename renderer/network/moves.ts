import type cytoscape from 'cytoscape'
import type { Speed } from './cytoscape-internals/remedies.ts'

/** So many nodes and lines at them are put in their places at once: some 8 ms. Lines are what costs, and one node may have hundreds. */
const slice = 80
/** More nodes than this are put in slices. */
const few = 20

/**
 * New places for nodes. Few are taken at once; many, as after a layout, in slices with the old picture standing until all are
 * in their places, so that the window stays in hand.
 */
export class Moves {
  private readonly cy: cytoscape.Core
  private readonly speed: Speed
  private readonly waiting = new Map<cytoscape.NodeSingular, cytoscape.Position>()
  private whenDone: (() => void)[] = []
  private isRunning = false

  constructor(cy: cytoscape.Core, speed: Speed) {
    this.cy = cy
    this.speed = speed
  }

  put(node: cytoscape.NodeSingular, to: cytoscape.Position): void {
    const { x, y } = node.position()
    if (x === to.x && y === to.y) this.waiting.delete(node)
    else this.waiting.set(node, to)
  }

  run(): void {
    if (this.isRunning) return
    if (this.waiting.size <= few) {
      this.take(Number.POSITIVE_INFINITY)
      return
    }
    this.isRunning = true
    this.speed.hold()
    const next = () => {
      if (this.cy.destroyed()) return
      this.take(slice)
      if (this.waiting.size > 0) requestAnimationFrame(next)
      else this.end()
    }
    next()
  }

  /** Resolves once all that was put is in its place. */
  done(): Promise<void> {
    return this.isRunning ? new Promise((resolve) => this.whenDone.push(resolve)) : Promise.resolve()
  }

  private end(): void {
    this.isRunning = false
    for (const tell of this.whenDone.splice(0)) tell()
    // After those who wait, who may set the view: the picture is then drawn once, as it will stand.
    queueMicrotask(() => this.speed.show())
  }

  private take(most: number): void {
    this.cy.batch(() => {
      let left = most
      for (const [node, to] of this.waiting) {
        if (left <= 0) break
        left -= 1 + node.degree(true)
        this.waiting.delete(node)
        if (!node.removed() && !node.grabbed()) node.position(to)
      }
    })
  }
}
