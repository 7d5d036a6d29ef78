import type cytoscape from 'cytoscape'
import { useStore } from '../state/store.ts'

/** CSS pixels that a node with its name takes to each side. */
const about = 50

/**
 * Moves the view as little as shows what was chosen, on the board or elsewhere: it must stand neither outside nor beneath the
 * panel that tells of it. What is pressed stays under the hand until it is let go of. Answers how to stop.
 */
export function keepInSight(cy: cytoscape.Core): () => void {
  let isHeld = false
  const follow = () => {
    const { selected } = useStore.getState()
    const isHere = selected?.kind === 'entity' || selected?.kind === 'relation'
    // Once the panel is there.
    if (isHere)
      requestAnimationFrame(() => {
        if (!cy.destroyed() && !isHeld) bringIntoSight(cy, selected.id)
      })
  }
  const hold = () => {
    isHeld = true
  }
  const letGo = () => {
    isHeld = false
  }
  cy.on('grab', hold)
  cy.on('free', letGo)
  const stop = useStore.subscribe(({ selected }, last) => {
    if (selected !== last.selected) follow()
  })
  return () => {
    stop()
    cy.off('grab', hold)
    cy.off('free', letGo)
  }
}

function bringIntoSight(cy: cytoscape.Core, id: string): void {
  const element = cy.getElementById(id)
  const container = cy.container()
  if (!container || element.empty() || !element.visible()) return
  const board = container.getBoundingClientRect()
  const panel = container.parentElement?.querySelector('.inspector')?.getBoundingClientRect()
  // Where the panel takes nearly all of the board, what is below it is all that is left.
  const isBeside = panel !== undefined && panel.left - board.left > 2 * about
  const right = isBeside ? panel.left - board.left : board.width
  const at = element as cytoscape.NodeSingular | cytoscape.EdgeSingular
  const { x, y } = at.isNode() ? at.renderedPosition() : at.renderedMidpoint()
  const isBelow = panel !== undefined && y - about > panel.bottom - board.top
  const to = {
    x: within(x, about, (isBelow ? board.width : right) - about),
    y: within(y, about, board.height - about),
  }
  if (to.x === x && to.y === y) return
  const by = { x: to.x - x, y: to.y - y }
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) cy.panBy(by)
  else cy.animate({ panBy: by } as cytoscape.AnimationOptions, { duration: 180 })
}

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
