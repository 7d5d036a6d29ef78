import type cytoscape from 'cytoscape'
import { useStore } from '../state/store.ts'

/** CSS pixels that a node with its name takes to each side. */
const about = 50

/**
 * Moves the view as little as shows an entity that was chosen elsewhere, in a list, the text or by keys: it must stand neither
 * outside nor beneath the panel that tells of it. What is pressed on the board itself stays where it was pressed. Answers how to stop.
 */
export function keepInSight(cy: cytoscape.Core): () => void {
  let isPressed = false
  const press = () => {
    isPressed = true
  }
  const letGo = () => {
    // After `tap`, which comes in the same moment and chooses.
    setTimeout(() => {
      isPressed = false
    })
  }
  cy.on('tapstart', press)
  cy.on('tapend', letGo)
  const stop = useStore.subscribe(({ selected }, last) => {
    if (selected === last.selected || selected?.kind !== 'entity' || isPressed) return
    // Once the panel is there.
    requestAnimationFrame(() => {
      if (!cy.destroyed()) bringIntoSight(cy, selected.id)
    })
  })
  return () => {
    stop()
    cy.off('tapstart', press)
    cy.off('tapend', letGo)
  }
}

function bringIntoSight(cy: cytoscape.Core, id: string): void {
  const node = cy.getElementById(id)
  const container = cy.container()
  if (!container || node.empty() || !node.visible()) return
  const board = container.getBoundingClientRect()
  const panel = container.parentElement?.querySelector('.inspector')?.getBoundingClientRect()
  // Where the panel takes nearly all of the board, what is below it is all that is left.
  const isBeside = panel !== undefined && panel.left - board.left > 2 * about
  const right = isBeside ? panel.left - board.left : board.width
  const { x, y } = node.renderedPosition()
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
