import type cytoscape from 'cytoscape'
import type { LayoutAnswer, LayoutAsk, LayoutKind } from './layout-ask.ts'
import { recentred } from './recentre.ts'

export interface Arranging {
  /** Null where it was stopped. */
  places: Promise<LayoutAnswer | null>
  stop(): void
}

interface How {
  kind: LayoutKind
  /** Only these nodes, around the place where they are; all that is shown where it is null. */
  only: cytoscape.NodeCollection | null
  /** The day an entity begins by its dates, or null. */
  dayOf: (id: string) => number | null
}

/**
 * Finds new places for nodes, in a worker: a layout of a thousand takes seconds, and the window stays in hand. Nothing is
 * moved here. Pinned nodes keep their place.
 */
export function arrange(cy: cytoscape.Core, { kind, only, dayOf }: How): Arranging {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  const shown = (only ?? cy.nodes()).filter((node) => node.visible()) as cytoscape.NodeCollection
  // Frames of groups count where all is laid out anew by forces; else what is in them is placed as everything is.
  const isFramed = kind === 'organic' && !only
  const laidOut = isFramed ? shown : shown.not(':parent')
  // A name stands below its node, so what is laid out is the box of both, and its middle is not the node's.
  const below = new Map<string, number>()
  const nodes = laidOut.map((node) => {
    const { w, h } = node.layoutDimensions({
      nodeDimensionsIncludeLabels: true,
    } as cytoscape.LayoutDimensionOptions)
    below.set(node.id(), node.boundingBox({ includeNodes: false, includeOverlays: false }).h / 2)
    const parent = node.parent().first()
    return {
      id: node.id(),
      parent: isFramed && parent.nonempty() ? parent.id() : undefined,
      w,
      h,
      ...node.position(),
      isPinned: node.data('pinned') === 1,
      at: dayOf(node.id()),
    }
  })
  const known = new Set(nodes.map(({ id }) => id))
  const edges = cy
    .edges()
    .filter((edge) => edge.visible() && known.has(edge.data('source')) && known.has(edge.data('target')))
    .map((edge) => ({ source: edge.data('source'), target: edge.data('target') }))
  const isWide = cy.width() > cy.height()
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
      if (kind !== 'organic' || pinned.size > 0) resolve(lifted)
      else resolve(only ? recentred(lifted, nodes) : turned(lifted, isWide))
    }
    worker.postMessage({ kind, nodes, edges, isWide } satisfies LayoutAsk)
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
