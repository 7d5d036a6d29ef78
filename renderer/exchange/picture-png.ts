import type cytoscape from 'cytoscape'
import { drawFarNames, isFar } from '../network/far-names.ts'
import { iconAddress } from '../ui/entity-types.ts'
import { type Frame, font, legendOf, margin, measurer, titleHeight } from './picture.ts'

/** Pixels of the picture for one of the screen: sharp in print. */
const scale = 2

/** What is seen of the network as a PNG with title and legend, as base64; on the board's colour, or on none. */
export async function pictureAsPng(
  cy: cytoscape.Core,
  frame: Frame,
  isTransparent: boolean,
): Promise<string> {
  const drawn = await cy.png({ output: 'blob-promise', scale, full: false, bg: 'transparent' })
  const image = await createImageBitmap(drawn)
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
  for (const { x, y, label, color, look, dashes } of legend.entries) {
    if (look && color) {
      const icon = new Image()
      icon.src = iconAddress(look.icon, color)
      await icon.decode()
      context.drawImage(icon, x, top + y - 8, 16, 16)
    } else {
      context.strokeStyle = frame.ink
      context.lineWidth = 1.5
      context.setLineDash(dashes ? dashes.split(' ').map(Number) : [])
      context.beginPath()
      context.moveTo(x, top + y)
      context.lineTo(x + 22, top + y)
      context.stroke()
    }
    context.fillStyle = color ?? frame.ink
    context.fillText(label, x + 28, top + y)
  }
  return canvas.toDataURL('image/png').replace(/^[^,]*,/u, '')
}
