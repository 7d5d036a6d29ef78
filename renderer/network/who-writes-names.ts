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

/** For the picture's style: the size in device pixels below which Cytoscape writes nothing. */
export function leastFontSizes(cy: cytoscape.Core | null): { name: number; kind: number; frame: number } {
  const half = {
    name: fontSizes.name * devicePixelRatio,
    kind: fontSizes.kind * devicePixelRatio,
    frame: fontSizes.frame * devicePixelRatio,
  }
  if (!cy || !isSmall()) return half
  const least = isFar(cy) ? 1000 : 0
  return { name: least, kind: half.kind, frame: least }
}
