import type cytoscape from 'cytoscape'
import type { Need, Renderer } from './renderer.ts'

export const selectLayerNeeds: readonly Need[] = [
  ['SELECT_BOX', 'number'],
  ['data.canvases', 'object'],
]

/**
 * Without a GPU the browser copies every canvas it shows for each frame, half a millisecond each on a usual window. The one for
 * the box that nodes are picked with is empty but while one draws it. The board's style has Cytoscape draw nothing else there.
 */
export function hideSelectLayer(cy: cytoscape.Core, renderer: Renderer): void {
  const canvas = renderer.data.canvases[renderer.SELECT_BOX]
  if (!canvas) return
  canvas.style.display = 'none'
  cy.on('boxstart', () => {
    canvas.style.display = ''
  })
  cy.on('boxend', () => {
    canvas.style.display = 'none'
  })
}
