import type cytoscape from 'cytoscape'
import type { Box, ElementIndex, Item } from './element-index.ts'
import { joined, pixelsOf, type Rect } from './rectangles.ts'
import type { Element, Need, Renderer } from './renderer.ts'

export const patchedPictureNeeds: readonly Need[] = [
  ['render', 'function'],
  ['notify', 'function'],
  ['redrawHint', 'function'],
  ['redraw', 'function'],
  ['getPixelRatio', 'function'],
  ['drawCachedElement', 'function'],
  ['NODE', 'number'],
  ['canvasWidth', 'number'],
  ['canvasHeight', 'number'],
  ['data.contexts', 'object'],
  ['data.canvasNeedsRedraw', 'object'],
  ['data.eleTxrCache.onDequeue', 'function'],
  ['data.lblTxrCache.onDequeue', 'function'],
  ['data.slbTxrCache.onDequeue', 'function'],
  ['data.tlbTxrCache.onDequeue', 'function'],
  ['data.lyrTxrCache.getLayers', 'function'],
  ['data.lyrTxrCache.levelIsComplete', 'function'],
  ['data.lyrTxrCache.dequeue', 'function'],
  ['data.lyrTxrCache.layersByLevel', 'object'],
  ['data.lyrTxrCache.skipping', 'boolean'],
]

/** Drawing an element costs some 0.05 ms without a GPU. More of them than this in one go is felt, so the old picture stays until
 * the new one has been drawn in slices. */
const drawnAtOnce = 700
/** Milliseconds without a change after which the exact picture is made. */
const idleAfter = 250
/** Drawing an element at a size for the first time can change its style, which costs Cytoscape its bitmap: then once more. */
const mostTries = 3
/** Milliseconds of drawing in one go, so that a frame is left for whatever else a person does. */
const slice = 8
const drawnBetweenLooks = 8
/** Milliseconds that an old picture may stand; a drawing in one go is better then. */
const stalest = 10_000
/** What an element's drawing may take beyond its box, in device pixels. */
const blur = 10
/** Cytoscape's bitmap levels: powers of two of zoom × pixel ratio. */
const lowestLevel = -4

/**
 * Any change has Cytoscape draw every element again. Here only the boxes of what changed are drawn anew on the canvas, each
 * with all that crosses it, in the order of drawing. Lines cut by a box differ by the smoothing of their edge; so, once
 * nothing has changed for a while, Cytoscape's own bitmap of the whole is made, in its own slices, and shown.
 */
export class PatchedPicture {
  private readonly cy: cytoscape.Core
  private readonly renderer: Renderer
  private readonly index: ElementIndex
  private boxes: Box[] = []
  private isWhole = true
  private isHeld = false
  private tries = 0
  /** Since when the picture on the canvas is older than the elements, waiting for Cytoscape's bitmap; 0 where it is not. */
  private staleSince = 0
  private seen = ''
  private drag: Element[] = []
  private dragged = new Set<Element>()
  private idle: ReturnType<typeof setTimeout> | undefined
  /** Draws the next element of Cytoscape's bitmap that waits. Answers whether one did. */
  private readonly drawNext: () => boolean

  constructor(cy: cytoscape.Core, renderer: Renderer, index: ElementIndex) {
    this.cy = cy
    this.renderer = renderer
    this.index = index
    index.onReorder = () => {
      this.isWhole = true
    }
    index.onChange = (element, before, after) => {
      // What is dragged is on the layer above.
      if (this.dragged.has(element)) return
      if (before) this.boxes.push(before)
      if (after) this.boxes.push(after)
    }
    const { eleTxrCache, lblTxrCache, slbTxrCache, tlbTxrCache } = renderer.data
    for (const cache of [eleTxrCache, lblTxrCache, slbTxrCache, tlbTxrCache])
      cache.onDequeue((requests) => this.sharpen(requests))
    const { lyrTxrCache } = renderer.data
    const { dequeue } = lyrTxrCache
    this.drawNext = () => dequeue.call(lyrTxrCache, renderer.getPixelRatio()).length > 0
    // Cytoscape would go on with its bitmap only in frames that begin in time, so never on a busy machine, and then too long.
    lyrTxrCache.dequeue = () => []
    const { notify, render } = renderer
    renderer.notify = (event, elements) => {
      // A word about no element is about the whole: `forceRender`, a new size.
      if (event !== 'viewport' && !elements) this.isWhole = true
      notify.call(renderer, event, elements)
    }
    renderer.render = (options) => {
      const { canvasNeedsRedraw } = renderer.data
      if (options?.forcedContext || !canvasNeedsRedraw[renderer.NODE]) return render.call(renderer, options)
      const isPatched = this.patch()
      if (isPatched) canvasNeedsRedraw[renderer.NODE] = false
      else this.noteWhole()
      index.lendBoxes(isPatched ? [] : renderer.getCachedZSortedEles(), () => render.call(renderer, options))
    }
    cy.one('destroy', () => clearTimeout(this.idle))
  }

  /** From now on changes are taken up and not drawn, until `show`. */
  hold(): void {
    this.isHeld = true
  }

  show(): void {
    this.isHeld = false
    this.staleSince = performance.now()
    this.buildSoon(0)
  }

  /** Answers whether all that had changed is on the canvas now, or will be by itself. */
  private patch(): boolean {
    this.index.sync()
    this.takeDragged()
    if (this.isHeld) return this.keepOld()
    if (this.isLayerReady()) return false
    if (this.staleSince > 0 && this.staleSince > performance.now() - stalest) {
      if (this.boxes.length > 0 || this.viewport() !== this.seen) this.buildSoon(0)
      return this.keepOld()
    }
    if (this.isWhole || this.viewport() !== this.seen) return false
    const rects = this.rects()
    // Out of sight too: Cytoscape's bitmap of the whole is then outdated.
    const hasChanged = this.boxes.length > 0
    this.boxes = []
    const drawings = rects.map((rect) => ({ rect, items: this.itemsIn(rect) }))
    const count = drawings.reduce((sum, { items }) => sum + items.length, 0)
    if (count > drawnAtOnce) {
      this.staleSince = performance.now()
      this.buildSoon(0)
      return true
    }
    for (const { rect, items } of drawings) this.draw(rect, items)
    if (hasChanged) {
      this.tries = 0
      this.buildSoon(idleAfter)
    }
    return true
  }

  private keepOld(): true {
    this.boxes = []
    return true
  }

  private noteWhole(): void {
    const viewport = this.viewport()
    if (viewport !== this.seen) this.tries = 0
    this.seen = viewport
    this.isWhole = false
    this.staleSince = 0
    this.boxes = []
    // The bitmap makes the next drawings cheap.
    if (!this.isLayerReady() && this.tries++ < mostTries) this.buildSoon(idleAfter)
  }

  /** Elements that came to or left the dragged ones come and go on this layer. */
  private takeDragged(): void {
    const { drag } = this.renderer.getCachedZSortedEles()
    if (drag === this.drag) return
    const now = new Set(drag)
    for (const element of drag) if (!this.dragged.has(element)) this.noteBoxOf(element)
    for (const element of this.dragged) if (!now.has(element)) this.noteBoxOf(element)
    this.drag = drag
    this.dragged = now
  }

  /** What Cytoscape drew roughly at first it draws better later: that is a change of these elements' picture. */
  private sharpen(requests: { eles: Iterable<Element> }[]): void {
    for (const { eles } of requests)
      for (const element of eles) if (!this.dragged.has(element)) this.noteBoxOf(element)
  }

  private noteBoxOf(element: Element): void {
    const item = this.index.itemOf(element)
    // A copy, since the item moves along with its element.
    if (item) this.boxes.push({ ...item })
  }

  private viewport(): string {
    const { x, y } = this.cy.pan()
    const { canvasWidth, canvasHeight } = this.renderer
    return [x, y, this.cy.zoom(), canvasWidth, canvasHeight, this.renderer.getPixelRatio()].join(' ')
  }

  private scale(): number {
    return this.cy.zoom() * this.renderer.getPixelRatio()
  }

  private rects(): Rect[] {
    const { x, y } = this.cy.pan()
    const ratio = this.renderer.getPixelRatio()
    const { canvasWidth, canvasHeight } = this.renderer
    const screen = { x1: 0, y1: 0, x2: Math.ceil(canvasWidth), y2: Math.ceil(canvasHeight) }
    return joined(this.boxes.flatMap((box) => pixelsOf(box, this.scale(), x * ratio, y * ratio, screen)))
  }

  private itemsIn(rect: Rect): Item[] {
    const { x, y } = this.cy.pan()
    const ratio = this.renderer.getPixelRatio()
    const scale = this.scale()
    return this.index
      .search({
        minX: (rect.x1 - blur - x * ratio) / scale,
        minY: (rect.y1 - blur - y * ratio) / scale,
        maxX: (rect.x2 + blur - x * ratio) / scale,
        maxY: (rect.y2 + blur - y * ratio) / scale,
      })
      .filter(({ element }) => !this.dragged.has(element))
  }

  private draw({ x1, y1, x2, y2 }: Rect, items: Item[]): void {
    const context = this.renderer.data.contexts[this.renderer.NODE]
    if (!context) return
    const ratio = this.renderer.getPixelRatio()
    const { x, y } = this.cy.pan()
    const extent = this.cy.extent()
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.beginPath()
    context.rect(x1, y1, x2 - x1, y2 - y1)
    context.clip()
    context.clearRect(x1, y1, x2 - x1, y2 - y1)
    context.translate(x * ratio, y * ratio)
    context.scale(this.scale(), this.scale())
    for (const { element } of items) this.renderer.drawCachedElement(context, element, ratio, extent)
    context.restore()
  }

  private level(): number {
    return Math.max(lowestLevel, Math.ceil(Math.log2(this.scale())))
  }

  private isLayerReady(): boolean {
    return this.renderer.data.lyrTxrCache.levelIsComplete(
      this.level(),
      this.renderer.getCachedZSortedEles().nondrag,
    )
  }

  private buildSoon(after: number): void {
    clearTimeout(this.idle)
    this.idle = setTimeout(() => this.build(), after)
  }

  /** Has Cytoscape make its bitmap of the whole in its free time. It asks for a drawing when that is done. */
  private build(): void {
    if (this.cy.destroyed() || this.isHeld) return
    if (this.dragged.size > 0) {
      this.buildSoon(idleAfter)
      return
    }
    const { lyrTxrCache } = this.renderer.data
    const { nondrag } = this.renderer.getCachedZSortedEles()
    // Drawing a group changes its style, by a defect of Cytoscape's, and every change makes it give the bitmap up: it never
    // has one of a picture with groups.
    if (this.cy.nodes(':parent').nonempty()) {
      this.tries = mostTries
      this.drawWhole()
      return
    }
    const { skipping } = lyrTxrCache
    // Cytoscape begins none in the first quarter of a second after a change; this one is wanted.
    lyrTxrCache.skipping = false
    this.index.lendBoxes(nondrag, () => lyrTxrCache.getLayers(nondrag, this.renderer.getPixelRatio()))
    lyrTxrCache.skipping = skipping
    this.drawSlice()
  }

  private drawSlice(): void {
    if (this.cy.destroyed() || this.isHeld) return
    const end = performance.now() + slice
    let isDone = false
    while (!isDone && performance.now() < end) {
      for (let count = 0; count < drawnBetweenLooks && !isDone; count++) isDone = !this.drawNext()
      this.paint()
    }
    if (isDone) {
      this.drawWhole()
      return
    }
    clearTimeout(this.idle)
    this.idle = setTimeout(() => this.drawSlice(), 4)
  }

  /**
   * A canvas only notes what is drawn and paints all of it later, at once: some 100 ms for a thousand nodes. To read a pixel
   * has it painted now, in this slice. A body at exactly half a pixel can then be rounded the other way, so it is left where
   * there is little to paint.
   */
  private paint(): void {
    const { nondrag } = this.renderer.getCachedZSortedEles()
    if (nondrag.length <= drawnAtOnce) return
    for (const { context } of this.renderer.data.lyrTxrCache.layersByLevel[this.level()] ?? [])
      context.getImageData(0, 0, 1, 1)
  }

  /** By the bitmap where it is made; where Cytoscape makes none, too near or too large, what is in sight is drawn. */
  private drawWhole(): void {
    this.isWhole = true
    this.staleSince = 0
    this.renderer.redrawHint('eles', true)
    this.renderer.redraw()
  }
}
