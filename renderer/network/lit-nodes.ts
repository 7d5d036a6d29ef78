import type cytoscape from 'cytoscape'
import { edgePoints, linePath } from './edge-path.ts'

/** The light around a node or a line, in model units beyond it, and how much of the accent it lets through. */
const padding = 6
const opacity = { pointed: 0.2, beside: 0.12 }

interface Lit {
  nodes: cytoscape.NodeSingular[]
  /** The lines of the one node that is pointed at, and the nodes at their other ends. */
  beside: cytoscape.Collection
}

/**
 * Lights nodes and lines on a canvas of its own beneath the picture. A class would do it too, but any change of style has the
 * picture drawn again, and pointing must cost nothing. It draws right after the picture, so the light moves along with it.
 */
export class LitNodes {
  private readonly cy: cytoscape.Core
  private readonly canvas = document.createElement('canvas')
  private lit: Lit
  private isEmpty = true
  private isHeld = false

  constructor(cy: cytoscape.Core) {
    this.cy = cy
    this.lit = { nodes: [], beside: cy.collection() }
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
    // What a hand moves is seen well enough, and its lines move at every step.
    cy.on('grabon freeon', ({ type }) => {
      this.isHeld = type === 'grabon'
      this.show(this.lit)
    })
    cy.on('resize', () => this.measure())
    this.measure()
  }

  show(lit: Lit): void {
    if (lit.nodes.length === 0 && this.lit.nodes.length === 0) return
    this.lit = lit
    // A canvas that is shown costs something in each frame, an empty one too.
    this.canvas.hidden = this.isHeld || lit.nodes.length === 0
    this.draw()
  }

  private measure(): void {
    const container = this.cy.container()
    if (!container) return
    this.canvas.width = container.clientWidth * devicePixelRatio
    this.canvas.height = container.clientHeight * devicePixelRatio
    this.isEmpty = true
    this.draw()
  }

  private draw(): void {
    if (this.isHeld || (this.lit.nodes.length === 0 && this.isEmpty)) return
    const context = this.canvas.getContext('2d')
    if (!context) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.canvas.width, this.canvas.height)
    this.isEmpty = this.lit.nodes.length === 0
    const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent')
    context.fillStyle = accent
    context.strokeStyle = accent
    context.lineCap = 'round'
    const [scale, pan] = [this.cy.zoom() * devicePixelRatio, this.cy.pan()]
    context.setTransform(scale, 0, 0, scale, pan.x * devicePixelRatio, pan.y * devicePixelRatio)
    context.globalAlpha = opacity.beside
    this.drawLines(context)
    for (const node of this.lit.beside.nodes()) this.drawNode(context, node)
    context.globalAlpha = opacity.pointed
    for (const node of this.lit.nodes) this.drawNode(context, node)
  }

  private drawLines(context: CanvasRenderingContext2D): void {
    const lines = new Path2D()
    for (const edge of this.lit.beside.edges())
      if (!edge.removed() && edge.visible()) lines.addPath(new Path2D(linePath(edgePoints(edge))))
    context.lineWidth = padding + 2
    context.stroke(lines)
  }

  private drawNode(context: CanvasRenderingContext2D, node: cytoscape.NodeSingular): void {
    // A chosen node has a stronger light of its own.
    if (node.removed() || !node.visible() || node.hasClass('chosen') || node.isParent()) return
    const { x, y } = node.position()
    context.beginPath()
    context.ellipse(x, y, node.width() / 2 + padding, node.height() / 2 + padding, 0, 0, 2 * Math.PI)
    context.fill()
  }
}
