import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import { boardStyle } from '../../../renderer/network/board-style.ts'
import { kindLook } from '../../../renderer/network/kinds.ts'
import { layoutOptions } from '../../../renderer/network/layout-ask.ts'
import { noRows } from '../../../renderer/state/store.ts'
import { graphOf } from './graph.ts'
import { legibleAtAnyZoom } from './labels.ts'
import { nextFrames, place } from './peer.ts'

// Cytoscape as everybody has it, with our style and options: a class for what is lit, data for a change, fcose on the page.
cytoscape.use(fcose)
let cy: cytoscape.Core

window.peer = {
  async open(nodes, shape) {
    const graph = graphOf(nodes, shape)
    cy = cytoscape({
      container: document.getElementById('board'),
      elements: [
        ...graph.entities.map(({ id, name, type, x, y }) => ({
          data: { id, label: name, type, look: type, size: 44 },
          position: { x, y },
        })),
        ...graph.relations.map(({ id, fromId, toId, kind, basis }) => ({
          data: {
            ...{ id, source: fromId, target: toId, label: kind, basis, passages: 1 },
            ...kindLook(kind, noRows),
          },
        })),
      ],
      style: [
        ...boardStyle(noRows),
        {
          selector: 'node.lit',
          style: {
            'underlay-color': '#2f5bd7',
            'underlay-opacity': 0.14,
            'underlay-padding': 6,
            'underlay-shape': 'ellipse',
          },
        },
      ],
      layout: { name: 'preset' },
      minZoom: 0.08,
      maxZoom: 3,
      boxSelectionEnabled: true,
      selectionType: 'single',
    })
    cy.fit(undefined, 40)
    await nextFrames()
    legibleAtAnyZoom(cy)
    cy.on('mouseover', 'node', ({ target }) => {
      cy.batch(() => {
        cy.elements('.lit').removeClass('lit')
        target.closedNeighborhood().nodes().addClass('lit')
      })
    })
    cy.on('mouseout', 'node', () => cy.elements('.lit').removeClass('lit'))
  },
  place: (index) => place(cy, index),
  patch(round) {
    cy.getElementById(`n${(round * 37) % cy.nodes().length}`).data('label', `Changed ${round}`)
  },
  arrange: () =>
    new Promise((done) => {
      const layout = cy.layout({
        name: 'fcose',
        animate: false,
        nodeDimensionsIncludeLabels: true,
        padding: 60,
        ...layoutOptions,
      } as cytoscape.LayoutOptions)
      layout.one('layoutstop', () => void nextFrames().then(done))
      layout.run()
    }),
}
