import type cytoscape from 'cytoscape'
import type { LayoutKind } from './layout-ask.ts'

/** What the board on the screen can be asked to do by actions; empty while none is shown. */
export const boardCommands: {
  fitView?: () => void
  /** Begins a layout, of what is picked where several are; or stops the one that is under way. */
  arrange?: (kind?: LayoutKind) => void
  /** What a person sees of the board: to be kept with a view, and put back. */
  view?: () => { zoom: number; pan: { x: number; y: number } }
  setView?: (view: { zoom: number; pan: { x: number; y: number } }) => void
  /** Picks all that is shown. */
  pickAll?: () => void
  /** What is drawn, for a picture of it. */
  drawn?: cytoscape.Core
} = {}
