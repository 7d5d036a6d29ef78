import type { KindLook } from '../network/kinds.ts'
import type { LegendContent } from '../network/legend.ts'

/** A short line of the legend, as relations are drawn. */
export interface LineLook {
  width: number
  dashes: string
  isDouble: boolean
  hasArrow: boolean
}

const plain: LineLook = { width: 1.5, dashes: '', isDouble: false, hasArrow: false }

export const lineOfBasis: Record<LegendContent['lines'][number]['look'], LineLook> = {
  inferred: { ...plain, dashes: '6 3' },
  assumed: { ...plain, dashes: '1.5 2' },
  bare: { ...plain, width: 0.75 },
}

export const lineOfKind = ({ line, directed }: KindLook): LineLook => ({
  width: line === 'thick' ? 3.4 : line === 'double' ? 1.2 : 1.5,
  dashes: '',
  isDouble: line === 'double',
  hasArrow: directed === 1,
})

const length = 26
const arrow = 7

/** Paths from a point on to the right, in the language that SVG and canvas share: those to be drawn along, and the arrow to be filled. */
export function linePaths(
  { isDouble, hasArrow }: LineLook,
  x: number,
  y: number,
): { lines: string; head: string } {
  const end = x + length - (hasArrow ? arrow - 1 : 0)
  const at = isDouble ? [y - 1.8, y + 1.8] : [y]
  return {
    lines: at.map((each) => `M${x} ${each}H${end}`).join(''),
    head: hasArrow
      ? `M${x + length - arrow} ${y - 4}L${x + length} ${y}L${x + length - arrow} ${y + 4}Z`
      : '',
  }
}
