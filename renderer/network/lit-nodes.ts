import type cytoscape from 'cytoscape'

/** The light around a node, in model units beyond its border, and how much of the accent it lets through. */
const padding = 6
const opacity = 0.14

/**
 * Lights nodes on a canvas of its own beneath the picture. A class would do it too, but any change of style has the picture
 * drawn again, and pointing must cost nothing. It draws right after the picture, so the light moves along with it.
 */
export class LitNodes {
  private readonly cy: cytoscape.Core
  private readonly canvas = document.createElement('canvas')
  private nodes: cytoscape.NodeSingular[] = []
  private drawn: { x: number; y: number; w: number; h: number }[] = []

  constructor(cy: cytoscape.Core) {
    this.cy = cy
    Object.assign(this.canvas.style, {
      position: 'absolute',
      inset: '0',
      width: '100%',
      height: '100%',
      pointerEvents: 'none',
    })
    this.canvas.hidden = true
    cy.container()?.prepend(this.canvas)
    cy.on('render', () => this.draw())
    cy.on('resize', () => this.measure())
    this.measure()
  }

  show(nodes: cytoscape.NodeSingular[]): void {
    if (nodes.length === 0 && this.nodes.length === 0) return
    this.nodes = nodes
    this.draw()
    // A canvas that is shown costs something in each frame, an empty one too.
    this.canvas.hidden = nodes.length === 0
  }

  private measure(): void {
    const container = this.cy.container()
    if (!container) return
    this.canvas.width = container.clientWidth * devicePixelRatio
    this.canvas.height = container.clientHeight * devicePixelRatio
    this.drawn = []
    this.draw()
  }

  private draw(): void {
    if (this.nodes.length === 0 && this.drawn.length === 0) return
    const context = this.canvas.getContext('2d')
    if (!context) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    for (const { x, y, w, h } of this.drawn) context.clearRect(x, y, w, h)
    this.drawn = []
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--accent')
    context.globalAlpha = opacity
    const scale = this.cy.zoom() * devicePixelRatio
    for (const node of this.nodes) {
      // A chosen node has a stronger light of its own.
      if (node.removed() || !node.visible() || node.hasClass('chosen')) continue
      const { x, y } = node.renderedPosition()
      const at = { x: x * devicePixelRatio, y: y * devicePixelRatio }
      const w = (node.width() / 2 + padding) * scale
      const h = (node.height() / 2 + padding) * scale
      if (at.x + w < 0 || at.y + h < 0 || at.x - w > this.canvas.width || at.y - h > this.canvas.height)
        continue
      context.beginPath()
      context.ellipse(at.x, at.y, w, h, 0, 0, 2 * Math.PI)
      context.fill()
      this.drawn.push({
        x: Math.floor(at.x - w) - 1,
        y: Math.floor(at.y - h) - 1,
        w: Math.ceil(2 * w) + 3,
        h: Math.ceil(2 * h) + 3,
      })
    }
  }
}
