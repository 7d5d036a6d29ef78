import type cytoscape from 'cytoscape'

/** Names and kinds are drawn however small, though the program hides them below a legible size: the heavier case, for ours and bare. */
export function legibleAtAnyZoom(cy: cytoscape.Core): void {
  cy.style().selector('node, edge').style({ 'min-zoomed-font-size': 0 }).update()
}
