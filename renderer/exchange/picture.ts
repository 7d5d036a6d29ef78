import type cytoscape from 'cytoscape'
import type { Rows } from '../state/store.ts'
import { allLooks, type Look } from '../ui/entity-types.ts'

/** What stands around the network in a picture of it: the case's name above, and below it what types and lines mean. */
export interface Frame {
  title: string
  types: { look: Look; color: string }[]
  /** Each as a pattern of dashes, empty for a line without gaps. */
  lines: { label: string; dashes: string }[]
  ink: string
  board: string
}

export const margin = 16
export const titleHeight = 40
export const rowHeight = 24
export const font = "'Inter Variable', Inter, system-ui, sans-serif"

const bases = [
  { basis: 'stated', label: 'stated', dashes: '' },
  { basis: 'inferred', label: 'inferred', dashes: '6 3' },
  { basis: 'assumed', label: 'assumed', dashes: '1.5 2' },
]

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
export function frameOf(cy: cytoscape.Core, rows: Rows, title: string): Frame {
  const variable = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  const { nodes, edges } = seen(cy)
  const types = new Set(nodes.map((node) => node.data('type')))
  const used = new Set(edges.map((edge) => edge.data('basis')))
  return {
    title,
    types: allLooks(rows)
      .filter((look) => types.has(look.type))
      .map((look) => ({ look, color: variable(look.color) })),
    lines: bases.filter(({ basis }) => used.has(basis)),
    ink: variable('--ink'),
    board: variable('--board'),
  }
}

export interface Entry {
  x: number
  y: number
  label: string
  color?: string
  look?: Look
  dashes?: string
}

/** Where each entry of the legend stands, in rows as wide as the picture, and how high all are. */
export function legendOf({ types, lines }: Frame, width: number, measure: (words: string) => number) {
  const all = [
    ...types.map(({ look, color }) => ({ label: look.label, look, color })),
    ...lines.map(({ label, dashes }) => ({ label, dashes })),
  ]
  const entries: Entry[] = []
  let [x, row] = [margin, 0]
  for (const each of all) {
    const space = 30 + measure(each.label) + 16
    if (x > margin && x + space > width - margin) [x, row] = [margin, row + 1]
    entries.push({ ...each, x, y: row * rowHeight + rowHeight / 2 + 6 })
    x += space
  }
  return { entries, height: entries.length === 0 ? 0 : (row + 1) * rowHeight + 14 }
}

/** Measures words as the board draws them. */
export function measurer(size: number, weight: number): (words: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  if (context) context.font = `${weight} ${size}px ${font}`
  return (words) => context?.measureText(words).width ?? words.length * size * 0.6
}
