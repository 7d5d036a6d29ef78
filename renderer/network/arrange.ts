import type cytoscape from 'cytoscape'

export interface LayoutAsk {
  /** Sizes in model units, with the room that the name takes. */
  nodes: {
    id: string
    parent: string | undefined
    w: number
    h: number
    x: number
    y: number
    isPinned: boolean
  }[]
  edges: { source: string; target: string }[]
  options: Record<string, unknown>
}
export type LayoutAnswer = { id: string; x: number; y: number }[]

export const layoutOptions = {
  randomize: true,
  quality: 'proof',
  nodeSeparation: 75,
  idealEdgeLength: 92,
  nodeRepulsion: 4500,
  gravity: 0.6,
  // Nodes without a line stand in rows beside the rest, and must not cover each other's names.
  tilingPaddingVertical: 40,
  tilingPaddingHorizontal: 60,
}

export interface Arranging {
  /** Null where it was stopped. */
  places: Promise<LayoutAnswer | null>
  stop(): void
}

/**
 * Finds new places for all nodes, in a worker: a layout of a thousand takes seconds, and the window stays in hand. Nothing is
 * moved here. Locked nodes keep their place.
 */
export function arrange(cy: cytoscape.Core): Arranging {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  // A name stands below its node, so what is laid out is the box of both, and its middle is not the node's.
  const below = new Map<string, number>()
  const nodes = cy.nodes().map((node) => {
    const { w, h } = node.layoutDimensions({
      nodeDimensionsIncludeLabels: true,
    } as cytoscape.LayoutDimensionOptions)
    below.set(node.id(), node.boundingBox({ includeNodes: false, includeOverlays: false }).h / 2)
    const parent = node.parent().first()
    return {
      id: node.id(),
      parent: parent.nonempty() ? parent.id() : undefined,
      w,
      h,
      ...node.position(),
      isPinned: node.locked(),
    }
  })
  const edges = cy.edges().map((edge) => ({ source: edge.data('source'), target: edge.data('target') }))
  let stop = () => {}
  const places = new Promise<LayoutAnswer | null>((resolve, reject) => {
    stop = () => {
      worker.terminate()
      resolve(null)
    }
    worker.onerror = ({ message }) => {
      worker.terminate()
      reject(new Error(message))
    }
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      worker.terminate()
      const pinned = new Set(nodes.filter(({ isPinned }) => isPinned).map(({ id }) => id))
      const free = data.filter(({ id }) => !pinned.has(id))
      const lifted = free.map(({ id, x, y }) => ({ id, x, y: y - (below.get(id) ?? 0) }))
      resolve(pinned.size > 0 ? lifted : turned(lifted, cy.width() > cy.height()))
    }
    worker.postMessage({ nodes, edges, options: layoutOptions } satisfies LayoutAsk)
  })
  return { places, stop: () => stop() }
}

/** The places turned by a quarter where that makes a wide picture of a tall board, or the other way round. */
function turned(places: LayoutAnswer, isBoardWide: boolean): LayoutAnswer {
  const spread = (values: number[]) =>
    values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity)
  const isWide = spread(places.map(({ x }) => x)) > spread(places.map(({ y }) => y))
  return isWide === isBoardWide ? places : places.map(({ id, x, y }) => ({ id, x: y, y: x }))
}
