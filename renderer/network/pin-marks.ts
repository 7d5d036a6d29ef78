import type cytoscape from 'cytoscape'
import { type Rows, useStore } from '../state/store.ts'

/** Below this zoom the mark would be a speck. */
const leastZoom = 0.35
/** Lucide's pin, in its box of 24. */
const pin = new Path2D(
  'M12 17v5M9 10.76a2 2 0 0 1-1.11 1.79l-1.78.9A2 2 0 0 0 5 15.24V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-.76a2 2 0 0 0-1.11-1.79l-1.78-.9A2 2 0 0 1 15 10.76V7a1 1 0 0 1 1-1 2 2 0 0 0 0-4H8a2 2 0 0 0 0 4 1 1 0 0 1 1 1z',
)
/** Model units. */
const size = 13

/**
 * A small pin at the shoulder of each pinned node, on a canvas above the picture: a second image in the node would have its
 * style worked out by every type. Drawn right after the picture, so that it moves along. Answers how to stop.
 */
export function markPinned(cy: cytoscape.Core): () => void {
  const canvas = document.createElement('canvas')
  canvas.className = 'pin-marks'
  canvas.hidden = true
  cy.container()?.append(canvas)
  let isEmpty = true
  let known: { rows: Rows['entity']; ids: string[] } | null = null
  const pinnedIds = () => {
    const { entity } = useStore.getState().rows
    if (known?.rows !== entity)
      known = { rows: entity, ids: [...entity.values()].filter((row) => row.pinned).map(({ id }) => id) }
    return known.ids
  }
  const draw = () => {
    const pinned = cy.zoom() < leastZoom ? [] : pinnedIds().flatMap((id) => cy.getElementById(id).toArray())
    if (pinned.length === 0 && isEmpty) return
    const ratio = devicePixelRatio
    const [width, height] = [Math.round(cy.width() * ratio), Math.round(cy.height() * ratio)]
    // To set a canvas's size clears it.
    canvas.width = width
    canvas.height = height
    isEmpty = pinned.length === 0
    canvas.hidden = isEmpty
    const context = canvas.getContext('2d')
    if (!context) return
    const css = getComputedStyle(document.documentElement)
    context.fillStyle = css.getPropertyValue('--raised')
    context.strokeStyle = css.getPropertyValue('--ink-2')
    context.lineWidth = 2.2
    const scale = cy.zoom() * ratio
    for (const node of pinned as cytoscape.NodeSingular[]) {
      if (!node.visible()) continue
      const { x, y } = node.renderedPosition()
      const left = x * ratio - (node.width() / 2 + size * 0.4) * scale
      const top = y * ratio - (node.height() / 2 + size * 0.3) * scale
      context.setTransform((size / 24) * scale, 0, 0, (size / 24) * scale, left, top)
      context.fill(pin)
      context.stroke(pin)
    }
  }
  cy.on('render resize', draw)
  return () => {
    cy.off('render resize', draw)
    canvas.remove()
  }
}
