import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import { type LayoutAnswer, type LayoutAsk, layoutOptions } from './layout-ask.ts'
import { placements } from './placements.ts'
import { recentred } from './recentre.ts'
import { untidiness } from './tidiness.ts'

cytoscape.use(fcose)

// One layout, asked for with one message; to stop it is to end the worker.
addEventListener('message', ({ data }: MessageEvent<LayoutAsk>) => {
  postMessage(data.kind === 'organic' ? organic(data) : besidePinned(data, placements[data.kind]))
})

/** Pinned nodes stay where they are; the others are laid out as if they were not there, around their own middle. */
function besidePinned(ask: LayoutAsk, place: (ask: LayoutAsk) => LayoutAnswer): LayoutAnswer {
  const nodes = ask.nodes.filter(({ isPinned }) => !isPinned)
  const free = new Set(nodes.map(({ id }) => id))
  const edges = ask.edges.filter(({ source, target }) => free.has(source) && free.has(target))
  return recentred(place({ ...ask, nodes, edges }), nodes)
}

/** Milliseconds for further tries: a layout by forces depends on where it begins. */
const patience = 700
const mostTries = 10

/** The tidiest of a few, as many as there is time for. */
function organic(ask: LayoutAsk): LayoutAnswer {
  const end = performance.now() + patience
  let best = byForces(ask)
  if (performance.now() > end) return best
  let least = untidiness(ask, best)
  for (let tried = 1; tried < mostTries && least > 0 && performance.now() < end; tried++) {
    const next = byForces(ask)
    const found = untidiness(ask, next)
    if (found < least) [best, least] = [next, found]
  }
  return best
}

function byForces({ nodes, edges }: LayoutAsk): LayoutAnswer {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: {
      nodes: nodes.map(({ id, parent, w, h, x, y }) => ({
        data: parent ? { id, parent, w, h } : { id, w, h },
        position: { x, y },
      })),
      edges: edges.map(({ source, target }) => ({ data: { source, target } })),
    },
    style: [
      { selector: 'node', style: { shape: 'rectangle', width: 'data(w)', height: 'data(h)', padding: '0' } },
    ] as unknown as cytoscape.StylesheetJson,
    layout: { name: 'preset' },
  })
  const fixedNodeConstraint = nodes
    .filter(({ isPinned }) => isPinned)
    .map(({ id, x, y }) => ({ nodeId: id, position: { x, y } }))
  cy.layout({
    name: 'fcose',
    animate: false,
    fit: false,
    ...layoutOptions,
    ...(fixedNodeConstraint.length > 0 ? { fixedNodeConstraint } : {}),
  } as cytoscape.LayoutOptions).run()
  return cy.nodes(':childless').map((node) => ({ id: node.id(), ...node.position() }))
}
