import type cytoscape from 'cytoscape'
import type { Shape } from './graph.ts'

/** What the bench asks of a page: of ours and of each peer alike. Everything else is done with a real pointer. */
export interface Peer {
  /** Resolves when the picture has stood for a frame. */
  open(nodes: number, shape: Shape): Promise<void>
  /** Where a node is on the screen, in CSS pixels of the window. */
  place(index: number): { x: number; y: number }
  /** One row of the case changes: a node's name and a relation's kind of evidence. */
  patch(round: number): void
  arrange?(): Promise<void>
}

declare global {
  interface Window {
    peer: Peer
  }
}

export const nextFrames = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))

export function place(cy: cytoscape.Core, index: number): { x: number; y: number } {
  const { x, y } = cy.getElementById(`n${index}`).renderedPosition()
  const { left, top } = (cy.container() as HTMLElement).getBoundingClientRect()
  return { x: left + x, y: top + y }
}
