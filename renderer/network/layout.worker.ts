import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import type { LayoutAnswer, LayoutAsk } from './arrange.ts'

cytoscape.use(fcose)

// One layout, asked for with one message; to stop it is to end the worker.
addEventListener('message', ({ data: { nodes, edges, options } }: MessageEvent<LayoutAsk>) => {
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
    ...options,
    ...(fixedNodeConstraint.length > 0 ? { fixedNodeConstraint } : {}),
  } as cytoscape.LayoutOptions).run()
  const answer: LayoutAnswer = cy.nodes().map((node) => ({ id: node.id(), ...node.position() }))
  postMessage(answer)
})
