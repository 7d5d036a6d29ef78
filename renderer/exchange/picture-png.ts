import type cytoscape from 'cytoscape'
import { drawFarNames } from '../network/far-names.ts'
import { isFar } from '../network/who-writes-names.ts'
import { iconAddress } from '../ui/entity-types.ts'
import { linePaths } from './legend-lines.ts'
import { type Frame, font, legendOf, margin, measurer, signWidth, titleHeight } from './picture.ts'

/** Pixels of the picture for one of the screen: sharp in print. */
const scale = 2

/** What is seen of the network as a PNG with title and legend, as base64; on the board's colour, or on none. */
export async function pictureAsPng(
  cy: cytoscape.Core,
  frame: Frame,
  isTransparent: boolean,
): Promise<string> {
  const image = await createImageBitmap(await boardOf(cy))
  const width = image.width / scale
  const legend = legendOf(frame, width, measurer(12, 500))
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = Math.ceil(image.height + (titleHeight + legend.height) * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('There is no canvas to draw the picture on.')
  if (!isTransparent) {
    context.fillStyle = frame.board
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.drawImage(image, 0, titleHeight * scale)
  context.scale(scale, scale)
  if (isFar(cy)) {
    context.save()
    context.translate(0, titleHeight)
    drawFarNames(context, cy)
    context.restore()
  }
  context.textBaseline = 'middle'
  context.fillStyle = frame.ink
  context.font = `600 15px ${font}`
  context.fillText(frame.title, margin, titleHeight / 2, width - 2 * margin)
  context.font = `500 12px ${font}`
  const top = titleHeight + image.height / scale
  for (const entry of legend.entries) {
    const { x, y, label, color, icon, line } = entry
    if (icon) {
      const image = new Image()
      image.src = iconAddress(icon, color)
      await image.decode()
      context.drawImage(image, x, top + y - 8, 16, 16)
    }
    if (line) {
      const { lines, head } = linePaths(line, x, top + y)
      context.strokeStyle = color
      context.fillStyle = color
      context.lineWidth = line.width
      context.setLineDash(line.dashes ? line.dashes.split(' ').map(Number) : [])
      context.stroke(new Path2D(lines))
      context.fill(new Path2D(head))
    }
    context.fillStyle = icon ? color : frame.ink
    context.fillText(label, x + signWidth(entry), top + y)
  }
  return canvas.toDataURL('image/png').replace(/^[^,]*,/u, '')
}

/** What is seen of the board. Cytoscape writes names into it however small they are, so those written above are taken out. */
function boardOf(cy: cytoscape.Core): Promise<Blob> {
  const draw = () => cy.png({ output: 'blob-promise', scale, full: false, bg: 'transparent' })
  if (!isFar(cy)) return draw()
  cy.nodes().style('text-opacity', 0)
  // The drawing is done when this returns, before the next frame; only its bytes are still to come.
  const drawn = draw()
  cy.nodes().removeStyle('text-opacity')
  return drawn
}
