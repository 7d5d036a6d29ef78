import type cytoscape from 'cytoscape'

export type Element = cytoscape.SingularElementArgument & { interactive(): boolean }

/** Every element in the order of drawing, from the lowest; `drag` holds those on the layer above, which a hand is moving. */
export interface Drawn extends Array<Element> {
  interactive: Element[]
  drag: Element[]
  nondrag: Element[]
}

interface TextureCache {
  onDequeue(hear: (requests: { eles: Iterable<Element> }[]) => void): void
}

/** What the remedies touch of Cytoscape's renderer. None of it is documented: an update may rename any of these names. */
export interface Renderer {
  findNearestElements(x: number, y: number, interactiveOnly: boolean, isTouch: boolean): Element[]
  getCachedZSortedEles(): Drawn
  onUpdateEleCalcs(hear: (willDraw: boolean, elements: ArrayLike<Element>) => void): void
  notify(event: string, elements?: ArrayLike<Element>): void
  redrawHint(layer: 'eles' | 'drag' | 'select', isNeeded: boolean): void
  redraw(): void
  render(options?: { forcedContext?: unknown }): void
  getPixelRatio(): number
  drawCachedElement(
    context: CanvasRenderingContext2D,
    element: Element,
    pixelRatio: number,
    extent: cytoscape.BoundingBox12,
  ): void
  /** Indexes of the canvas of all that lies still, and of the one for the box that nodes are picked with, for the lists below. */
  NODE: number
  SELECT_BOX: number
  canvasWidth: number
  canvasHeight: number
  data: {
    canvases: HTMLCanvasElement[]
    contexts: CanvasRenderingContext2D[]
    canvasNeedsRedraw: boolean[]
    eleTxrCache: TextureCache
    lblTxrCache: TextureCache
    slbTxrCache: TextureCache
    tlbTxrCache: TextureCache
    /** The bitmap of the whole picture at a power of two of the zoom, drawn in slices when nothing else is to do. */
    lyrTxrCache: {
      getLayers(elements: Element[], pixelRatio: number, level?: number): unknown[] | null
      levelIsComplete(level: number, elements: Element[]): boolean
      /** Draws one element that waits. Empty where none does. */
      dequeue(pixelRatio: number): unknown[]
      layersByLevel: Record<number, { context: OffscreenCanvasRenderingContext2D }[] | undefined>
      skipping: boolean
    }
  }
}

export type Need = readonly [path: string, kind: 'function' | 'number' | 'boolean' | 'object']

/** The private names that are not there, or are not what they were when a remedy was written. */
export function missingOf(renderer: Renderer, needs: readonly Need[]): string[] {
  return needs.filter(([path, kind]) => kindAt(renderer, path) !== kind).map(([path]) => path)
}

function kindAt(from: unknown, path: string): string {
  let value = from
  for (const name of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[name]
  return typeof value
}
