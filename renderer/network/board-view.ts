import type cytoscape from 'cytoscape'

/** Whether a node there is seen with its name: `edge` is about what both take, in model units. */
export function isInView(cy: cytoscape.Core, { x, y }: cytoscape.Position, edge = 0): boolean {
  const { x1, x2, y1, y2 } = cy.extent()
  return x > x1 + edge && x < x2 - edge && y > y1 + edge && y < y2 - edge
}

/** CSS pixels that the tools above take of the board, and that stay free at each other side. */
const [tools, side] = [58, 36]
const largest = 1.15

/** Shows all of the picture between the tools above and the legend below, at most at its own size. */
export function fitView(cy: cytoscape.Core, smoothly = false): void {
  if (cy.nodes().empty()) return
  cy.stop()
  const { x1, y1, w, h } = cy.elements().boundingBox()
  const legend = cy.container()?.parentElement?.querySelector<HTMLElement>('.legend')?.offsetHeight ?? 0
  const width = Math.max(80, cy.width() - 2 * side)
  const height = Math.max(80, cy.height() - tools - side - legend)
  const zoom = Math.max(cy.minZoom(), Math.min(largest, width / Math.max(1, w), height / Math.max(1, h)))
  const pan = {
    x: side + (width - w * zoom) / 2 - x1 * zoom,
    y: tools + (height - h * zoom) / 2 - y1 * zoom,
  }
  if (!smoothly || matchMedia('(prefers-reduced-motion: reduce)').matches) cy.viewport({ zoom, pan })
  else cy.animate({ zoom, pan }, { duration: 220 })
}
