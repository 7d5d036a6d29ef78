import type cytoscape from 'cytoscape'
import { call } from '../state/client.ts'
import { select, useStore } from '../state/store.ts'
import { movesOf } from './board-frames.ts'
import { isInView } from './board-view.ts'
import { letGo } from './picking.ts'
import { directions, nearest, nearestTowards } from './walk.ts'

/** Model units that one press of an arrow key with Shift moves what is picked. */
const nudge = 10
/** Presses that follow each other so closely, in milliseconds, are one step. */
const together = 500

/**
 * The picture by keys while it has the focus: arrows go from node to node along the relations, with Shift they nudge what is
 * picked; Enter goes into the panel of what is chosen. Answers how to stop.
 */
export function listenToBoardKeys(cy: cytoscape.Core, container: HTMLElement): () => void {
  /** The last node one stood on: where a walk goes on after nothing was picked, or after that node has gone. */
  let stood = cy.nodes(':selected').not('[?isGroup]').first() as cytoscape.NodeCollection
  cy.on('select', 'node[!isGroup]', ({ target }) => {
    stood = target
  })
  // Cytoscape takes the focus off the page when pressed; the keys go on where one pressed.
  cy.on('tapstart', () => container.focus({ preventScroll: true }))
  let saving: ReturnType<typeof setTimeout> | undefined
  const nudged = new Set<cytoscape.NodeSingular>()
  const save = async () => {
    saving = undefined
    const places = [...nudged]
      .filter((node) => !node.removed())
      .map((node) => ({ id: node.id(), ...node.position() }))
    nudged.clear()
    const { rows } = useStore.getState()
    const moves = movesOf(rows, cy, places)
    if (moves.length > 0) await call('entity.move', { moves, reason: 'drag' })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return
      cy.nodes(':visible').not(':parent').select()
    } else if (event.altKey) return
    else if (event.key in directions) {
      const towards = directions[event.key as keyof typeof directions]
      if (!event.shiftKey) walk(cy, towards, stood)
      else {
        const picked = cy.nodes(':selected').union(cy.nodes(':selected').descendants()).not(':parent')
        for (const node of picked) nudged.add(node)
        picked.shift({ x: towards.x * nudge, y: towards.y * nudge })
        clearTimeout(saving)
        saving = setTimeout(() => void save(), together)
      }
    } else if (event.key === 'Enter')
      document.querySelector<HTMLElement>('.board .inspector :is(button, input)')?.focus()
    else if (event.key === 'Escape') {
      letGo()
      return
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  container.addEventListener('keydown', onKey)
  return () => {
    container.removeEventListener('keydown', onKey)
    clearTimeout(saving)
    if (nudged.size > 0) void save()
  }
}

/**
 * To a neighbour in that direction; where there is none, to any node there, so that every node can be reached. With nothing
 * picked it goes on from the node one stood on last, or from where that node was.
 */
function walk(cy: cytoscape.Core, towards: { x: number; y: number }, stood: cytoscape.NodeCollection): void {
  const shown = cy.nodes(':visible').not('[?isGroup]')
  const picked = cy.nodes(':selected').not('[?isGroup]')
  const at = (picked.nonempty() ? picked : stood).first() as cytoscape.NodeSingular
  const placed = (nodes: cytoscape.NodeCollection) =>
    nodes.map((node) => ({ id: node.id(), ...node.position() }))
  const from = at.nonempty() ? at.position() : { x: cy.extent().x1 - 1e6, y: 0 }
  const near = at.neighborhood('node:visible').not('[?isGroup]') as cytoscape.NodeCollection
  const next =
    nearestTowards(from, placed(near), towards) ??
    nearestTowards(from, placed(shown.not(at)), at.nonempty() ? towards : directions.ArrowRight) ??
    // Nothing lies there: whoever stands nowhere stands at least on what is nearest.
    (picked.empty() ? nearest(from, placed(shown)) : null)
  if (!next) return
  select({ kind: 'entity', id: next.id })
  const node = cy.getElementById(next.id)
  if (!isInView(cy, next, 40)) cy.center(node)
}
