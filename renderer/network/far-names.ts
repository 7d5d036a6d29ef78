import type cytoscape from 'cytoscape'
import { relationsByEntity } from '../state/select.ts'
import { useStore } from '../state/store.ts'
import { lineHeight, type PlacedName, placeNames, type Seen } from './place-names.ts'
import { isFar } from './who-writes-names.ts'

/** Size in CSS pixels. */
export const farFont = { size: 11, weight: 550 }
/** A board has room for about half as many names; to look at each costs some ten microseconds, and all of them one task. */
const mostSeen = 300

const font = `${farFont.weight} ${farFont.size}px 'Inter Variable', system-ui, sans-serif`

/**
 * Names in a size that can be read for a picture that is seen small: that of the chosen one first, then by relations, each where
 * nothing stands yet. In CSS pixels from the board's corner.
 */
export function namesFromAfar(cy: cytoscape.Core): PlacedName[] {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return []
  context.font = font
  return placeNames(nodesInView(cy), cy.width(), (words) => context.measureText(words).width / 2)
}

/** The context counts CSS pixels from the board's corner. Answers the nodes that now have a name. */
export function drawFarNames(context: CanvasRenderingContext2D, cy: cytoscape.Core): ReadonlySet<string> {
  const css = getComputedStyle(document.documentElement)
  context.font = font
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  context.lineWidth = 3.5
  context.strokeStyle = css.getPropertyValue('--board')
  context.fillStyle = css.getPropertyValue('--ink')
  const names = namesFromAfar(cy)
  for (const { lines, x, y } of names) {
    for (const [at, words] of lines.entries()) context.strokeText(words, x, y + 1 + at * lineHeight)
    for (const [at, words] of lines.entries()) context.fillText(words, x, y + 1 + at * lineHeight)
  }
  return new Set(names.map(({ id }) => id))
}

/** Boxes of nodes that are seen, in CSS pixels: the chosen one, then those with most relations. */
function nodesInView(cy: cytoscape.Core): Seen[] {
  const [width, height, zoom, pan] = [cy.width(), cy.height(), cy.zoom(), cy.pan()]
  const { selected } = useStore.getState()
  const chosen = cy.getElementById(selected?.kind === 'entity' ? selected.id : '')
  const seen: Seen[] = []
  for (const node of [...chosen.nodes(), ...ranked(cy)]) {
    if (seen.length > 0 && node.same(chosen)) continue
    const at = node.position()
    const [x, y] = [at.x * zoom + pan.x, at.y * zoom + pan.y]
    if (x < 0 || y < 0 || x > width || y > height || node.grabbed() || !node.visible()) continue
    const [dx, dy] = [(node.width() / 2) * zoom, (node.height() / 2) * zoom]
    const box = { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy }
    seen.push({ id: node.id(), name: node.style('label') as string, isFrame: node.isParent(), ...box })
    if (seen.length === mostSeen) break
  }
  return seen
}

const ranks = new WeakMap<cytoscape.Core, { relations: unknown; nodes: cytoscape.NodeSingular[] | null }>()

/** Nodes by how many relations they have, groups before all; sorted anew once one came or went. */
function ranked(cy: cytoscape.Core): cytoscape.NodeSingular[] {
  const { rows } = useStore.getState()
  let last = ranks.get(cy)
  if (!last) {
    const made = { relations: null, nodes: null }
    cy.on('add remove', 'node', () => {
      made.nodes = null
    })
    ranks.set(cy, made)
    last = made
  }
  if (last.relations === rows.relation && last.nodes) return last.nodes
  const relations = relationsByEntity(rows)
  const rank = (node: cytoscape.NodeSingular) =>
    node.data('isGroup') ? Number.POSITIVE_INFINITY : (relations.get(node.id())?.length ?? 0)
  const nodes = cy
    .nodes()
    .toArray()
    .map((node) => ({ node, rank: rank(node) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank))
    .map(({ node }) => node)
  Object.assign(last, { relations: rows.relation, nodes })
  return nodes
}

/** Milliseconds without a drawing of the picture after which names are placed anew. */
const rest = 60

/**
 * Names the nodes of a picture that is seen small on a canvas above it, and the one that is pointed at in a sign beside it. While
 * the picture moves the canvas goes along as it is, so that a drag and a pan cost nothing more. Answers how to stop.
 */
export function nameFromAfar(cy: cytoscape.Core): () => void {
  const canvas = document.createElement('canvas')
  canvas.className = 'far-names'
  const sign = document.createElement('div')
  sign.className = 'far-name'
  sign.hidden = true
  cy.container()?.append(canvas, sign)
  let drawn: { zoom: number; pan: cytoscape.Position } | null = null
  let written: ReadonlySet<string> = new Set()
  let named: cytoscape.NodeSingular | null = null
  let timer = 0
  let moved = ''
  const draw = () => {
    // To set a canvas's size clears it.
    canvas.width = Math.round(cy.width() * devicePixelRatio)
    canvas.height = Math.round(cy.height() * devicePixelRatio)
    moved = 'translate(0px, 0px) scale(1)'
    canvas.style.transform = moved
    canvas.hidden = !isFar(cy)
    drawn = isFar(cy) ? { zoom: cy.zoom(), pan: { ...cy.pan() } } : null
    const context = canvas.getContext('2d')
    if (!drawn || !context) return
    context.scale(devicePixelRatio, devicePixelRatio)
    written = drawFarNames(context, cy)
  }
  const follow = () => {
    if (!drawn && !isFar(cy)) return
    if (drawn) {
      const scale = cy.zoom() / drawn.zoom
      const { x, y } = cy.pan()
      const transform = `translate(${x - drawn.pan.x * scale}px, ${y - drawn.pan.y * scale}px) scale(${scale})`
      if (transform !== moved) canvas.style.transform = transform
      moved = transform
    }
    clearTimeout(timer)
    timer = window.setTimeout(draw, rest)
  }
  const point = ({ target }: { target: cytoscape.NodeSingular }) => {
    sign.hidden = !isFar(cy) || target.isParent() || (written.has(target.id()) && !target.grabbed())
    if (sign.hidden) return
    sign.textContent = target.data('name')
    named = target
    goAlong({ target })
  }
  const goAlong = ({ target }: { target: cytoscape.NodeSingular }) => {
    // Of many that are moved at once, the one under the hand.
    if (target !== named) return
    const { x, y } = target.renderedPosition()
    // Laid out and painted once, and only moved.
    sign.style.transform = `translate(${x}px, ${y + (target.height() / 2) * cy.zoom()}px)`
  }
  /** A name stays with the node that a hand moves; all names are written again where it ends. */
  const grab = (event: { target: cytoscape.NodeSingular }) => {
    point(event)
    // Without its name, which the sign has now.
    if (drawn) draw()
  }
  const leave = () => {
    sign.hidden = true
  }
  cy.on('render resize', follow)
  cy.on('mouseover', 'node', point)
  cy.on('grabon', 'node', grab)
  cy.on('drag', 'node', goAlong)
  cy.on('mouseout', 'node', leave)
  cy.on('viewport', leave)
  return () => {
    clearTimeout(timer)
    cy.off('render resize', follow)
    cy.off('mouseover', 'node', point)
    cy.off('grabon', 'node', grab)
    cy.off('drag', 'node', goAlong)
    cy.off('mouseout', 'node', leave)
    cy.off('viewport', leave)
    canvas.remove()
    sign.remove()
  }
}
