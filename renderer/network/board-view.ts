import type cytoscape from 'cytoscape'

/** Whether a node there is seen with its name: `edge` is about what both take, in model units. */
export function isInView(cy: cytoscape.Core, { x, y }: cytoscape.Position, edge = 0): boolean {
  const { x1, x2, y1, y2 } = cy.extent()
  return x > x1 + edge && x < x2 - edge && y > y1 + edge && y < y2 - edge
}

/** Shows all of the picture, at most at its own size. */
export function fitView(cy: cytoscape.Core, smoothly = false): void {
  if (cy.nodes().empty()) return
  cy.stop()
  const from = { zoom: cy.zoom(), pan: { ...cy.pan() } }
  cy.fit(undefined, 40)
  if (cy.zoom() > 1.15) {
    cy.zoom(1.15)
    cy.center()
  }
  if (!smoothly || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const to = { zoom: cy.zoom(), pan: { ...cy.pan() } }
  cy.viewport(from)
  cy.animate(to, { duration: 220 })
}
