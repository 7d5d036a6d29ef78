import type cytoscape from 'cytoscape'
import { type Box, clearOfPinned } from './clear-of-pinned.ts'
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
  const boxes = new Map(laidOut.map((node) => [node.id(), boxOf(node)]))
  const nodes = laidOut.map((node) => {
    const parent = node.parent().first()
    return {
      ...(boxes.get(node.id()) as Laid),
      parent: isFramed && parent.nonempty() ? parent.id() : undefined,
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
  // Those that are not laid out are in the way too.
  const pinned = cy
    .nodes('[pinned = 1]')
    .filter((node) => node.visible())
    .map(boxOf)
  const placed = (answer: LayoutAnswer): LayoutAnswer => {
    const fixed = new Set(pinned.map(({ id }) => id))
    const free = answer.filter(({ id }) => !fixed.has(id))
    // The organic layout finds its own place, around pinned nodes where there are some to lay out.
    const isLoose = kind === 'organic' && !nodes.some(({ isPinned }) => isPinned)
    if (isLoose && !only) return turned(free, isWide)
    const around = isLoose ? recentred(free, nodes) : free
    return clearOfPinned(
      kind,
      around.map((place) => ({ ...(boxes.get(place.id) as Laid), ...place })),
      pinned,
    )
  }
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
      resolve(placed(data).map(({ id, x, y }) => ({ id, x, y: y - (boxes.get(id)?.below ?? 0) })))
    }
    worker.postMessage({ kind, nodes, edges, isWide } satisfies LayoutAsk)
  })
  return { places, stop: () => stop() }
}

/** What is laid out of a node: the box around it and the name below it, whose middle is so far below the node's own. */
interface Laid extends Box {
  below: number
}

function boxOf(node: cytoscape.NodeSingular): Laid {
  const { w, h } = node.layoutDimensions({
    nodeDimensionsIncludeLabels: true,
  } as cytoscape.LayoutDimensionOptions)
  const below = node.boundingBox({ includeNodes: false, includeOverlays: false }).h / 2
  const { x, y } = node.position()
  return { id: node.id(), x, y: y + below, w, h, below }
}

/** The places turned by a quarter where that makes a wide picture of a tall board, or the other way round. */
function turned(places: LayoutAnswer, isBoardWide: boolean): LayoutAnswer {
  const spread = (values: number[]) =>
    values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity)
  const isWide = spread(places.map(({ x }) => x)) > spread(places.map(({ y }) => y))
  return isWide === isBoardWide ? places : places.map(({ id, x, y }) => ({ id, x: y, y: x }))
}
