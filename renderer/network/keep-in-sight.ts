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
  // A relation is seen where its ends are.
  const places = (at.isNode() ? [at] : [at.source(), at.target()]).map((node) => node.renderedPosition())
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  const isBelow = panel !== undefined && Math.min(...ys) - about > panel.bottom - board.top
  const by = {
    x: wayInto(xs, about, (isBelow ? board.width : right) - about),
    y: wayInto(ys, about, board.height - about),
  }
  if (by.x === 0 && by.y === 0) return
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) cy.panBy(by)
  else cy.animate({ panBy: by } as cytoscape.AnimationOptions, { duration: 180 })
}

/** How far values have to go to lie between two bounds, or at least their middle where there is no room for all. */
function wayInto(values: number[], least: number, most: number): number {
  const [first, last] = [Math.min(...values), Math.max(...values)]
  const middle = (first + last) / 2
  if (last - first > most - least) return Math.max(least, Math.min(most, middle)) - middle
  return first < least ? least - first : Math.min(0, most - last)
}
