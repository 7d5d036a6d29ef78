import type cytoscape from 'cytoscape'
import { onOneLine } from '../../preload/contract/line.ts'
import { legendFor } from '../network/legend.ts'
import type { State } from '../state/store.ts'
import { type LineLook, lineOfBasis, lineOfKind } from './legend-lines.ts'

/** What stands around the network in a picture of it: the case's name above, and below it what types and lines mean. */
export interface Frame {
  title: string
  legend: Sign[]
  ink: string
  board: string
}

/** One thing of the legend: an icon or a short line, or neither, and what it means. */
export interface Sign {
  label: string
  color: string
  icon?: string
  line?: LineLook
}

export const margin = 16
export const titleHeight = 40
export const rowHeight = 24
export const font = "'Inter Variable', Inter, system-ui, sans-serif"

/** Nodes and edges that are drawn, and of those whatever reaches into the part of the board that is seen. */
export function seen(cy: cytoscape.Core): {
  nodes: cytoscape.NodeSingular[]
  edges: cytoscape.EdgeSingular[]
} {
  const { x1, x2, y1, y2 } = cy.extent()
  const isSeen = (element: cytoscape.SingularElementArgument) => {
    if (!element.visible()) return false
    const box = element.boundingBox()
    return box.x2 >= x1 && box.x1 <= x2 && box.y2 >= y1 && box.y1 <= y2
  }
  return { nodes: cy.nodes().toArray().filter(isSeen), edges: cy.edges().toArray().filter(isSeen) }
}

/** The legend holds what is in the picture, and nothing else. */
export function frameOf(cy: cytoscape.Core, { rows, info, nodeSize, measure }: State): Frame {
  const variable = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  const { nodes, edges } = seen(cy)
  const drawn = {
    entityIds: nodes.map((node) => node.id()),
    relations: edges.flatMap((edge) => rows.relation.get(edge.id()) ?? []),
  }
  const { types, kinds, lines, notes } = legendFor(rows, drawn, { nodeSize, measure })
  const [ink, plain] = [variable('--ink'), variable('--ink-3')]
  return {
    title: onOneLine(info?.name ?? ''),
    legend: [
      ...types.map(({ label, color, icon }) => ({ label, color: variable(color), icon })),
      ...kinds.map(({ look, names }) => ({
        label: names.join(', '),
        color: look.color > 0 ? variable(`--own-${look.color}`) : plain,
        line: lineOfKind(look),
      })),
      ...lines.map(({ look, label }) => ({ label, color: plain, line: lineOfBasis[look] })),
      ...notes.map((label) => ({ label, color: ink })),
    ],
    ink,
    board: variable('--board'),
  }
}

/** A sign and where it stands in the legend. */
export type Entry = Sign & { x: number; y: number }

/** Where each entry of the legend stands, in rows as wide as the picture, and how high all are. */
export function legendOf({ legend }: Frame, width: number, measure: (words: string) => number) {
  const entries: Entry[] = []
  let [x, row] = [margin, 0]
  for (const each of legend) {
    const space = signWidth(each) + measure(each.label) + 16
    if (x > margin && x + space > width - margin) [x, row] = [margin, row + 1]
    entries.push({ ...each, x, y: row * rowHeight + rowHeight / 2 + 6 })
    x += space
  }
  return { entries, height: entries.length === 0 ? 0 : (row + 1) * rowHeight + 14 }
}

/** CSS pixels from where an entry begins to its words. */
export const signWidth = ({ icon, line }: Sign) => (icon ? 22 : line ? 32 : 0)

/** Measures words as the board draws them. */
export function measurer(size: number, weight: number): (words: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  if (context) context.font = `${weight} ${size}px ${font}`
  return (words) => context?.measureText(words).width ?? words.length * size * 0.6
}
