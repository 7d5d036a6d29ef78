import type cytoscape from 'cytoscape'
import { clearOfPinned } from './clear-of-pinned.ts'
import type { LayoutAnswer, LayoutAsk, LayoutKind } from './layout-ask.ts'
import { recentred } from './recentre.ts'
import { framesAsUnits, nodeAsUnit, nodesAsUnits, type Unit } from './units.ts'

export interface Arranging {
  /** Null where it was stopped. */
  places: Promise<LayoutAnswer | null>
  stop(): void
}

interface How {
  /** Whether a relation's first end belongs below its second: what is part of something stands under it. */
  isUpward: (relationId: string) => boolean
  kind: LayoutKind
  /** Only these nodes, around the place where they are; all that is shown where it is null. */
  only: cytoscape.NodeCollection | null
  /** The day an entity begins by its dates, or null. */
  dayOf: (id: string) => number | null
}

/**
 * Finds new places for nodes, in a worker: a layout of a thousand takes seconds, and the window stays in hand. Nothing is
 * moved here. Pinned nodes keep their place, and so does a frame with one in it.
 */
export function arrange(cy: cytoscape.Core, { kind, only, dayOf, isUpward }: How): Arranging {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  const shown = (only ?? cy.nodes()).filter((node) => node.visible()) as cytoscape.NodeCollection
  // Where all is laid out anew by forces, what stands in frames is too; any other layout moves a frame as one.
  const isFramed = kind === 'organic' && !only
  const units = new Map(
    (isFramed ? nodesAsUnits(shown) : framesAsUnits(shown)).map((unit) => [unit.id, unit]),
  )
  const unitOf = new Map(
    [...units.values()].flatMap(({ id, members }) => members.map((each) => [each.id, id])),
  )
  const nodes = [...units.values()].map((unit) => {
    const parent = cy.getElementById(unit.id).parent().first()
    return {
      ...{ id: unit.id, x: unit.x, y: unit.y, w: unit.w, h: unit.h, isPinned: unit.isPinned },
      parent: isFramed && parent.nonempty() ? parent.id() : undefined,
      at: firstOf(unit.members.map(({ id }) => dayOf(id))),
    }
  })
  const edges = cy
    .edges()
    .filter((edge) => edge.visible())
    .toArray()
    .flatMap((edge) => {
      const [source, target] = [unitOf.get(edge.data('source')), unitOf.get(edge.data('target'))]
      if (!source || !target || source === target) return []
      return [isUpward(edge.id()) ? { source: target, target: source } : { source, target }]
    })
  const isWide = cy.width() > cy.height()
  const isFixed = ({ isPinned, members }: Unit) => isPinned && members.length > 0
  // Those that are not laid out are in the way too.
  const beside = cy.nodes('[pinned = 1]').filter((node) => node.visible() && !unitOf.has(node.id()))
  const pinned = [...[...units.values()].filter(isFixed), ...beside.map(nodeAsUnit)]
  const placed = (answer: LayoutAnswer): LayoutAnswer => {
    const free = answer.filter(({ id }) => !units.get(id)?.isPinned)
    // The organic layout finds its own place, around pinned nodes where there are some to lay out.
    const isLoose = kind === 'organic' && !nodes.some(({ isPinned }) => isPinned)
    if (isLoose && !only) return turned(free, isWide)
    const around = isLoose ? recentred(free, nodes) : free
    return clearOfPinned(
      kind,
      around.map((place) => ({ ...(units.get(place.id) as Unit), ...place })),
      pinned,
    )
  }
  const placesOf = (answer: LayoutAnswer): LayoutAnswer =>
    placed(answer).flatMap(({ id, x, y }) =>
      (units.get(id)?.members ?? []).map((member) => ({ id: member.id, x: x + member.x, y: y + member.y })),
    )
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
      resolve(placesOf(data))
    }
    worker.postMessage({ kind, nodes, edges, isWide } satisfies LayoutAsk)
  })
  return { places, stop: () => stop() }
}

function firstOf(days: (number | null)[]): number | null {
  return days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null)
}

/** The places turned by a quarter where that makes a wide picture of a tall board, or the other way round. */
function turned(places: LayoutAnswer, isBoardWide: boolean): LayoutAnswer {
  const spread = (values: number[]) =>
    values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity)
  const isWide = spread(places.map(({ x }) => x)) > spread(places.map(({ y }) => y))
  return isWide === isBoardWide ? places : places.map(({ id, x, y }) => ({ id, x: y, y: x }))
}
