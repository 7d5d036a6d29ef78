import type cytoscape from 'cytoscape'
import { useStore } from '../state/store.ts'

/** Font sizes of the picture, in model units. */
export const fontSizes = { name: 12.5, kind: 11, frame: 15 }
/** A name smaller than this, in CSS pixels, is written above the picture in a size that can be read (far-names.ts). */
const legible = 9
/** With more entities than this, to change who writes names would be felt: it is a new style for each. */
const few = 300

const isSmall = () => useStore.getState().rows.entity.size <= few

/**
 * Whether names are written above the picture now. Cytoscape leaves out what is too small by itself, but only at powers of two of
 * device pixels; pictures of many nodes change over at the one where names are half their size.
 */
export const isFar = (cy: cytoscape.Core): boolean =>
  cy.zoom() <=
  (isSmall()
    ? legible / fontSizes.name
    : 2 ** (Math.ceil(Math.log2(devicePixelRatio)) - 1) / devicePixelRatio)

/** What of the picture's style depends on how large it is seen. */
export interface Seeing {
  /** The sizes in device pixels below which Cytoscape writes nothing. */
  least: { name: number; kind: number; frame: number }
  /** How many times as broad lines and as large their words are, so that those of a small picture are not lost. */
  line: number
  words: number
}

export function seeingOf(cy: cytoscape.Core | null): Seeing {
  const kind = fontSizes.kind * devicePixelRatio
  if (!cy || !isSmall()) {
    const [name, frame] = [fontSizes.name * devicePixelRatio, fontSizes.frame * devicePixelRatio]
    return { least: { name, kind, frame }, line: 1, words: 1 }
  }
  if (!isFar(cy)) return { least: { name: 0, kind, frame: 0 }, line: 1, words: 1 }
  return { least: { name: 1000, kind, frame: 1000 }, line: 1.6, words: 1.35 }
}
