import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import { onOneLine } from '../../preload/contract/line.ts'
import type { EntityRow, RelationRow } from '../../preload/contract/network.ts'
import { call } from '../state/client.ts'
import { evidenceByRelation, notedEntities } from '../state/select.ts'
import { point, type Rows, type State, select, useStore } from '../state/store.ts'
import { boardCommands } from './board-commands.ts'
import { boardStyle } from './board-style.ts'

cytoscape.use(fcose)

export interface Board {
  cy: cytoscape.Core
  destroy(): void
}

/** Makes the board once; from then on it follows the store by what changed, and is never built anew. */
export function makeBoard(container: HTMLElement): Board {
  const { rows } = useStore.getState()
  const cy = cytoscape({
    container,
    elements: [
      ...[...rows.entity.values()].map((row) => nodeOf(row, rows)),
      ...[...rows.relation.values()].map((row) => edgeOf(row, rows)),
    ],
    style: boardStyle(),
    layout: { name: 'preset' },
    minZoom: 0.08,
    maxZoom: 3,
    boxSelectionEnabled: true,
    selectionType: 'single',
  })
  fitView(cy)
  showChosen(cy, useStore.getState())

  cy.on('tap', (event) => {
    if (event.target === cy) select(null)
    else select({ kind: event.target.isNode() ? 'entity' : 'relation', id: event.target.id() })
  })
  cy.on('mouseover', 'node, edge', (event) => point({ entities: [event.target.id()] }))
  cy.on('mouseout', 'node, edge', () => point(null))
  // A pointer that leaves the board straight from a node gives no mouseout.
  container.addEventListener('mouseleave', () => point(null))
  // All that one drag moved is one step. `dragfreeon` comes once for each node moved, so they are gathered first.
  const moved: cytoscape.NodeSingular[] = []
  cy.on('dragfreeon', 'node', (event) => {
    if (moved.length === 0) queueMicrotask(() => void save(moved.splice(0)))
    moved.push(event.target)
  })
  const save = async (nodes: cytoscape.NodeSingular[]) => {
    const moves = nodes.map((node) => ({ entityId: node.id(), ...node.position() }))
    const before = useStore.getState().rows.entity
    await call('entity.move', { moves, reason: 'drag' })
    // Refused: the picture shows what the case holds.
    for (const node of nodes) {
      const row = useStore.getState().rows.entity.get(node.id()) ?? before.get(node.id())
      if (row && !node.grabbed()) node.position({ x: row.x, y: row.y })
    }
  }

  const stop = useStore.subscribe((state, last) => {
    if (state.rows !== last.rows) follow(cy, state.rows, last.rows)
    if (state.selected !== last.selected || state.rows !== last.rows) showChosen(cy, state)
    if (state.lit !== last.lit) showLit(cy, state)
  })
  const restyle = () => cy.style(boardStyle())
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
  // Labels are measured with the font that is there: again once ours is loaded.
  void document.fonts.ready.then(restyle)

  boardCommands.fitView = () => fitView(cy, true)
  boardCommands.arrange = () => arrange(cy)
  return {
    cy,
    destroy: () => {
      delete boardCommands.fitView
      delete boardCommands.arrange
      stop()
      themes.disconnect()
      resized.disconnect()
      cy.destroy()
    },
  }
}

/** A canvas cuts nothing off: a name of 10,000 letters would lie over the whole picture. */
const shortName = (name: string) =>
  Array.from(onOneLine(name.slice(0, 1000)))
    .slice(0, 80)
    .join('')

function nodeOf(row: EntityRow, rows: Rows): cytoscape.ElementDefinition {
  return {
    group: 'nodes',
    data: { id: row.id, name: shortName(row.name), type: row.type },
    position: { x: row.x, y: row.y },
    classes: notedEntities(rows).has(row.id) ? 'noted' : '',
  }
}

function edgeOf(row: RelationRow, rows: Rows): cytoscape.ElementDefinition {
  const passages = evidenceByRelation(rows).get(row.id)?.length ?? 0
  const label = passages > 1 ? `${shortName(row.kind)} · ${passages}` : shortName(row.kind)
  return {
    group: 'edges',
    data: { id: row.id, source: row.fromId, target: row.toId, label, basis: row.basis, passages },
  }
}

/** Brings the picture from one state of the rows to the next, touching only the rows that changed. */
function follow(cy: cytoscape.Core, rows: Rows, last: Rows): void {
  const wasEmpty = cy.nodes().empty()
  cy.batch(() => {
    if (rows.relation !== last.relation) removeGone(cy, 'edge', rows.relation)
    if (rows.entity !== last.entity) removeGone(cy, 'node', rows.entity)
    for (const row of rows.entity.values()) {
      const node = cy.getElementById(row.id)
      if (node.empty()) cy.add(nodeOf(row, rows))
      else if (row !== last.entity.get(row.id) || rows.note !== last.note) {
        const wanted = nodeOf(row, rows)
        node.data(wanted.data)
        node.toggleClass('noted', wanted.classes === 'noted')
        if (!node.grabbed()) node.position({ x: row.x, y: row.y })
      }
    }
    if (rows.relation === last.relation && rows.evidence === last.evidence) return
    for (const row of rows.relation.values()) {
      const edge = cy.getElementById(row.id)
      const wanted = edgeOf(row, rows)
      if (edge.empty()) cy.add(wanted)
      else {
        edge.data({ label: wanted.data.label, basis: wanted.data.basis, passages: wanted.data.passages })
        if (edge.data('source') !== row.fromId || edge.data('target') !== row.toId)
          edge.move({ source: row.fromId, target: row.toId })
      }
    }
  })
  // A picture that only just began, or whose new node is out of sight, is shown whole; otherwise the view stays a person's own.
  const added = [...rows.entity.values()].filter((row) => !last.entity.has(row.id))
  if (wasEmpty || added.some((row) => !isInView(cy, row, 60))) fitView(cy)
}

function removeGone(cy: cytoscape.Core, group: 'node' | 'edge', rows: ReadonlyMap<string, unknown>): void {
  cy.elements(group)
    .filter((element) => !rows.has(element.id()))
    .remove()
}

/** Whether a node there is seen with its name: `edge` is about what both take, in model units. */
function isInView(cy: cytoscape.Core, { x, y }: cytoscape.Position, edge = 0): boolean {
  const { x1, x2, y1, y2 } = cy.extent()
  return x > x1 + edge && x < x2 - edge && y > y1 + edge && y < y2 - edge
}

/** Shows all of the picture, at most at its own size. */
function fitView(cy: cytoscape.Core, smoothly = false): void {
  if (cy.nodes().empty()) return
  cy.stop()
  const from = { zoom: cy.zoom(), pan: { ...cy.pan() } }
  cy.fit(undefined, 40)
  if (cy.zoom() > 1.15) {
    cy.zoom(1.15)
    cy.center()
  }
  if (!smoothly || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const to = { zoom: cy.zoom(), pan: { ...cy.pan() } }
  cy.viewport(from)
  cy.animate(to, { duration: 220 })
}

function showChosen(cy: cytoscape.Core, { selected }: State): void {
  cy.batch(() => {
    cy.elements('.chosen').removeClass('chosen')
    if (selected?.kind === 'entity' || selected?.kind === 'relation')
      cy.getElementById(selected.id).addClass('chosen')
  })
}

function showLit(cy: cytoscape.Core, { lit, rows }: State): void {
  const ids = new Set(lit.entities)
  for (const id of lit.annotations) {
    const entityId = rows.annotation.get(id)?.entityId
    if (entityId) ids.add(entityId)
  }
  cy.batch(() => {
    cy.elements('.lit').removeClass('lit')
    for (const id of ids) cy.getElementById(id).addClass('lit')
  })
}

/** Lays the picture out anew, as one step that can be undone. */
function arrange(cy: cytoscape.Core): void {
  const layout = cy.layout({
    name: 'fcose',
    animate: false,
    randomize: true,
    quality: 'proof',
    nodeSeparation: 75,
    idealEdgeLength: () => 92,
    nodeRepulsion: () => 4500,
    gravity: 0.6,
    // Names take room too: nodes without a line stand in rows beside the rest, and must not cover each other's.
    nodeDimensionsIncludeLabels: true,
    tilingPaddingVertical: 40,
    tilingPaddingHorizontal: 60,
    padding: 60,
  } as cytoscape.LayoutOptions)
  layout.one('layoutstop', async () => {
    const moves = turned(cy).map(({ id, x, y }) => ({ entityId: id, x, y }))
    await call('entity.move', { moves, reason: 'arrange' })
    fitView(cy)
  })
  layout.run()
}

/** Where the nodes are, turned by a quarter where that makes a wide picture of a tall board, or the other way round. */
function turned(cy: cytoscape.Core): { id: string; x: number; y: number }[] {
  const box = cy.nodes().boundingBox({ includeLabels: false })
  const isAcross = box.w > box.h !== cy.width() > cy.height()
  return cy.nodes().map((node) => {
    const { x, y } = node.position()
    return { id: node.id(), x: isAcross ? y : x, y: isAcross ? x : y }
  })
}
