import cytoscape from 'cytoscape'
import { call } from '../state/client.ts'
import { point, type State, select, useStore } from '../state/store.ts'
import { whenPixelRatioChanges } from '../ui/pixel-ratio.ts'
import { commandBoard } from './board-arrange.ts'
import { edgeOf, nodeOf } from './board-elements.ts'
import { follow, resizeNodes } from './board-follow.ts'
import { followFrames, movesOf } from './board-frames.ts'
import { listenToBoardKeys } from './board-keys.ts'
import { showPicture } from './board-shown.ts'
import { boardStyle } from './board-style.ts'
import { fitView, isInView } from './board-view.ts'
import { speedUp } from './cytoscape-internals/remedies.ts'
import { nameFromAfar } from './far-names.ts'
import { keepInSight } from './keep-in-sight.ts'
import { LitNodes } from './lit-nodes.ts'
import { Moves } from './moves.ts'
import { followPicking } from './picking.ts'
import { usePicture } from './picture.ts'
import { markPinned } from './pin-marks.ts'
import { seeingOf } from './who-writes-names.ts'

export interface Board {
  cy: cytoscape.Core
  destroy(): void
}

/** Makes the board once; from then on it follows the store by what changed, and is never built anew. */
export function makeBoard(container: HTMLElement): Board {
  const { rows, nodeSize } = useStore.getState()
  const cy = cytoscape({
    container,
    elements: [
      ...[...rows.entity.values()].map((row) => nodeOf(row, rows, nodeSize)),
      ...[...rows.relation.values()].map((row) => edgeOf(row, rows)),
    ],
    style: boardStyle(rows),
    layout: { name: 'preset' },
    minZoom: 0.08,
    maxZoom: 3,
    boxSelectionEnabled: true,
    selectionType: 'single',
  })
  const moves = new Moves(cy, speedUp(cy))
  if (rows.boardGroup.size > 0) followFrames(cy, rows)
  showPicture(cy)
  const shown = { litNodes: new LitNodes(cy), litEdges: cy.collection(), chosen: cy.collection() }
  fitView(cy)
  showChosen(cy, shown, useStore.getState())

  cy.on('tap', (event) => {
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent
    // With these keys a press picks one more, and of many none is the chosen one.
    if (shiftKey || ctrlKey || metaKey) return
    if (event.target === cy || event.target.data('isGroup')) select(null)
    else select({ kind: event.target.isNode() ? 'entity' : 'relation', id: event.target.id() })
  })
  cy.on('mouseover', 'node, edge', (event) => point({ entities: [event.target.id()] }))
  cy.on('mouseout', 'node, edge', () => point(null))
  // A pointer that leaves the board straight from a node gives no mouseout.
  container.addEventListener('mouseleave', () => point(null))
  // All that one drag moved is one step. `dragfree` comes once for each node moved, so they are gathered first.
  const moved: cytoscape.NodeSingular[] = []
  cy.on('dragfree', 'node', (event) => {
    if (moved.length === 0) queueMicrotask(() => void save(moved.splice(0)))
    moved.push(event.target)
  })
  const save = async (nodes: cytoscape.NodeSingular[]) => {
    const { rows } = useStore.getState()
    const places = nodes.map((node) => ({ id: node.id(), ...node.position() }))
    const moves = movesOf(rows, cy, places)
    if (moves.length > 0) await call('entity.move', { moves, reason: 'drag' })
    // Refused: the picture shows what the case holds.
    for (const node of nodes) {
      const row = useStore.getState().rows.entity.get(node.id()) ?? rows.entity.get(node.id())
      if (row && !node.grabbed()) node.position({ x: row.x, y: row.y })
    }
  }

  // As it was made.
  let styled = JSON.stringify(seeingOf(null))
  const restyle = () => {
    const seeing = seeingOf(cy)
    styled = JSON.stringify(seeing)
    cy.style(boardStyle(useStore.getState().rows, seeing))
  }
  // Another zoom, another number of entities or another screen.
  const restyleIfSeenOtherwise = () => {
    if (JSON.stringify(seeingOf(cy)) !== styled) restyle()
  }
  restyleIfSeenOtherwise()
  cy.on('zoom resize', restyleIfSeenOtherwise)
  const stop = useStore.subscribe((state, last) => {
    if (state.rows.entityType !== last.rows.entityType) restyle()
    if (state.nodeSize !== last.nodeSize) resizeNodes(cy, state.rows, state.nodeSize)
    if (state.rows !== last.rows) {
      const wasEmpty = cy.nodes().empty()
      const added = follow(cy, moves, state.rows, last.rows, state.nodeSize)
      showPicture(cy)
      restyleIfSeenOtherwise()
      // A picture that only just began, or whose new node is out of sight, is shown whole; otherwise the view stays a person's
      // own. What undo brings back moves no view either: after it there is something to redo.
      const isTravel = Boolean(state.info?.redo)
      if (wasEmpty || (!isTravel && added.some((id) => !isInView(cy, cy.getElementById(id).position(), 60))))
        fitView(cy)
    }
    if (state.selected !== last.selected || state.rows !== last.rows) showChosen(cy, shown, state)
    if (state.lit !== last.lit) showLit(cy, shown, state)
  })
  const themes = new MutationObserver(restyle)
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  // A picture that was seen whole is seen whole again in the new size; a part that a person zoomed to stays.
  const resized = new ResizeObserver(() => {
    const wasWhole = cy
      .nodes()
      .toArray()
      .every((node) => isInView(cy, (node as cytoscape.NodeSingular).position()))
    cy.resize()
    if (wasWhole) fitView(cy)
  })
  resized.observe(container)
  // Labels are measured with the font that is there: again once one of ours is loaded.
  document.fonts.addEventListener('loadingdone', restyle)

  const stops = [
    usePicture.subscribe((picture, last) => {
      if (picture.filter !== last.filter || picture.around !== last.around) showPicture(cy)
    }),
    followPicking(cy, container),
    listenToBoardKeys(cy, container),
    commandBoard(cy, moves),
    markPinned(cy),
    nameFromAfar(cy),
    keepInSight(cy),
    whenPixelRatioChanges(() => {
      cy.resize()
      restyleIfSeenOtherwise()
    }),
  ]
  return {
    cy,
    destroy: () => {
      stop()
      for (const each of stops) each()
      themes.disconnect()
      resized.disconnect()
      document.fonts.removeEventListener('loadingdone', restyle)
      cy.destroy()
    },
  }
}

/** What the picture shows beside the rows, kept so that nothing has to be looked for. */
interface Shown {
  litNodes: LitNodes
  litEdges: cytoscape.Collection
  chosen: cytoscape.Collection
}

function showChosen(cy: cytoscape.Core, shown: Shown, { selected }: State): void {
  const isHere = selected?.kind === 'entity' || selected?.kind === 'relation'
  const chosen = isHere ? cy.getElementById(selected.id) : cy.collection()
  if (chosen.same(shown.chosen) && chosen.is('.chosen')) return
  cy.batch(() => {
    shown.chosen.removeClass('chosen')
    chosen.addClass('chosen')
  })
  shown.chosen = chosen
}

function showLit(cy: cytoscape.Core, shown: Shown, { lit, rows }: State): void {
  const ids = new Set(lit.entities)
  for (const id of lit.annotations) {
    const entityId = rows.annotation.get(id)?.entityId
    if (entityId) ids.add(entityId)
  }
  const elements = [...ids].map((id) => cy.getElementById(id)).filter((element) => element.nonempty())
  const nodes = elements.filter((element) => element.isNode()) as cytoscape.NodeSingular[]
  const [node] = nodes
  // One entity alone is shown with what it is joined to.
  const beside = node && nodes.length === 1 ? node.neighborhood() : cy.collection()
  shown.litNodes.show({ nodes, beside })
  const edges = elements.filter((element) => element.isEdge())
  if (edges.length === 0 && shown.litEdges.empty()) return
  cy.batch(() => {
    shown.litEdges.removeClass('lit')
    for (const edge of edges) edge.addClass('lit')
  })
  shown.litEdges = edges.reduce((all: cytoscape.Collection, edge) => all.union(edge), cy.collection())
}
