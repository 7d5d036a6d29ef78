import type cytoscape from 'cytoscape'
import { onOneLine } from '../../preload/contract/line.ts'
import { edgePoints, linePath } from '../network/edge-path.ts'
import { farFont, namesFromAfar } from '../network/far-names.ts'
import { lineHeight } from '../network/place-names.ts'
import { isFar } from '../network/who-writes-names.ts'
import type { Rows } from '../state/store.ts'
import { groupIcon, lookOf } from '../ui/entity-types.ts'
import { linePaths } from './legend-lines.ts'
import {
  type Entry,
  type Frame,
  font,
  legendOf,
  margin,
  measurer,
  seen,
  signWidth,
  titleHeight,
} from './picture.ts'
import { arrowHead, shapeOf } from './svg-shapes.ts'

/** What is seen of the network as SVG with title and legend. Words are text: they can be searched, and set in another font. */
export function pictureAsSvg(cy: cytoscape.Core, rows: Rows, frame: Frame, isTransparent: boolean): string {
  const zoom = cy.zoom()
  const { x1, y1 } = cy.extent()
  const [width, height] = [cy.width(), cy.height()]
  const legend = legendOf(frame, width, measurer(12, 500))
  const whole = titleHeight + height + legend.height
  const { nodes, edges } = seen(cy)
  const parents = nodes.filter((node) => node.isParent())
  const isSmall = isFar(cy)
  const top = titleHeight + height
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" font-family="${font}">`,
    `<title>${escaped(frame.title)}</title>`,
    isTransparent ? '' : `<rect width="${width}" height="${whole}" fill="${frame.board}"/>`,
    `<text x="${margin}" y="${titleHeight / 2 + 5}" font-size="15" font-weight="600" fill="${frame.ink}">${escaped(frame.title)}</text>`,
    `<svg y="${titleHeight}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<g transform="scale(${zoom}) translate(${-x1} ${-y1})">`,
    ...parents.map((node) => groupOf(node, isSmall)),
    ...edges.map((edge) => edgeOf(edge, frame)),
    ...nodes.filter((node) => !node.isParent()).map((node) => nodeOf(node, rows, frame, isSmall)),
    '</g>',
    ...(isSmall ? farNames(cy, frame) : []),
    '</svg>',
    ...legend.entries.map((entry) => legendEntry(entry, top, frame)),
    '</svg>',
    '',
  ]
    .filter(Boolean)
    .join('\n')
}

function nodeOf(node: cytoscape.NodeSingular, rows: Rows, frame: Frame, isSmall: boolean): string {
  const { x, y } = node.position()
  const [w, h] = [node.width(), node.height()]
  const sign = node.data('isGroup') ? groupIcon : lookOf(node.data('type'), rows).icon
  const color = node.style('border-color')
  const shape = shapeOf(node.style('shape'), x, y, w, h)
  const opacity = Number(node.style('opacity'))
  return [
    `<g${opacity < 1 ? ` opacity="${opacity}"` : ''}>`,
    `<${shape} fill="${node.style('background-color')}" stroke="${color}" stroke-width="${number(node.style('border-width'))}" stroke-linejoin="round"/>`,
    icon(sign, color, x - w * 0.22, y - h * 0.22, w * 0.44),
    ...(isSmall ? [] : wrapped(node.style('label'))).map(
      (line, index) =>
        `<text x="${x}" y="${y + h / 2 + 7 + 9.5 + index * 12.5}" ${halo(frame)} text-anchor="middle" font-size="12.5" font-weight="600" fill="${node.style('color')}">${escaped(line)}</text>`,
    ),
    '</g>',
  ].join('')
}

function legendEntry(entry: Entry, top: number, { ink }: Frame): string {
  const { x, y, label, color, icon: sign, line } = entry
  const at = top + y
  const drawn = line && linePaths(line, x, at)
  return [
    sign ? icon(sign, color, x, at - 8, 16) : '',
    line && drawn
      ? `<path d="${drawn.lines}" stroke="${color}" stroke-width="${line.width}"${dashed(line.dashes)}/><path d="${drawn.head}" fill="${color}"/>`
      : '',
    `<text x="${x + signWidth(entry)}" y="${at + 4}" font-size="12" font-weight="500" fill="${sign ? color : ink}">${escaped(label)}</text>`,
  ].join('')
}

/** Names above a picture that is seen small, in CSS pixels. */
function farNames(cy: cytoscape.Core, frame: Frame): string[] {
  const { size, weight } = farFont
  return namesFromAfar(cy).flatMap(({ lines, x, y }) =>
    lines.map(
      (line, index) =>
        `<text x="${x}" y="${y + 1 + size * 0.88 + index * lineHeight}" ${halo(frame)} text-anchor="middle" font-size="${size}" font-weight="${weight}" fill="${frame.ink}">${escaped(line)}</text>`,
    ),
  )
}

/** Each line wrapped at the width that the board's style names. */
function wrapped(label: string): string[] {
  const measure = measurer(12.5, 600)
  return label.split('\n').flatMap((words) => {
    const lines: string[] = []
    for (const word of onOneLine(words).split(' ')) {
      const last = lines.at(-1)
      if (last !== undefined && measure(`${last} ${word}`) <= 120) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines
  })
}

function groupOf(node: cytoscape.NodeSingular, isSmall: boolean): string {
  const { x1, y1, w, h } = node.boundingBox({ includeLabels: false, includeOverlays: false })
  const label = isSmall ? '' : onOneLine(node.style('label') ?? '')
  return [
    `<rect x="${x1}" y="${y1}" width="${w}" height="${h}" rx="8" fill="${node.style('background-color')}" fill-opacity="${node.style('background-opacity')}" stroke="${node.style('border-color')}" stroke-width="${number(node.style('border-width'))}"/>`,
    `<text x="${x1 + w / 2}" y="${y1 - 5}" text-anchor="middle" font-size="12" fill="${node.style('color')}">${escaped(label)}</text>`,
  ].join('')
}

function edgeOf(edge: cytoscape.EdgeSingular, frame: Frame): string {
  const color = edge.style('line-color')
  const outline = number(edge.style('line-outline-width'))
  const width = number(edge.style('width'))
  const points = edgePoints(edge)
  const opacity = Number(edge.style('line-opacity')) * Number(edge.style('opacity'))
  const dashes = edge.style('line-style')
  const path = linePath(points)
  const pattern = dashed(dashes === 'dashed' ? '6 3' : dashes === 'dotted' ? '1.5 2' : '')
  const stroke = `fill="none"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ''}`
  const arrowColor = edge.style('target-arrow-color')
  const isHollow = edge.style('target-arrow-fill') === 'hollow'
  const label = onOneLine(edge.style('label'))
  const { x, y } = edge.midpoint()
  const size = number(edge.style('font-size'))
  const measured = measurer(size, 400)(label)
  return [
    // A double line is one in the board's colour on a broader one.
    outline > 0
      ? `<path d="${path}" ${stroke} stroke="${edge.style('line-outline-color')}" stroke-width="${width + 2 * outline}"/>`
      : '',
    `<path d="${path}" ${stroke} stroke="${color}" stroke-width="${width}"${pattern}/>`,
    edge.style('target-arrow-shape') === 'none'
      ? ''
      : `<path d="${arrowHead(points, width)}" fill="${isHollow ? frame.board : arrowColor}"${isHollow ? ` stroke="${arrowColor}"` : ''}/>`,
    label === ''
      ? ''
      : `<rect x="${x - measured / 2 - 2}" y="${y - size * 0.73}" width="${measured + 4}" height="${size * 1.45}" fill="${frame.board}"/><text x="${x}" y="${y + size * 0.36}" text-anchor="middle" font-size="${size}" fill="${edge.style('color')}">${escaped(label)}</text>`,
  ].join('')
}

const halo = ({ board }: Frame) =>
  `paint-order="stroke" stroke="${board}" stroke-width="5" stroke-linejoin="round"`
const dashed = (dashes = '') => (dashes ? ` stroke-dasharray="${dashes}"` : '')
const number = (pixels: string) => Number.parseFloat(pixels) || 0

/** One of lucide's icons, drawn in a place and a colour. */
function icon(svg: string, color: string, x: number, y: number, size: number): string {
  return svg
    .replace(/<!--.*?-->/su, '')
    .replace(/\s(?:width|height|class)="[^"]*"/gu, (attribute, at) =>
      at < svg.indexOf('viewBox') ? '' : attribute,
    )
    .replace('<svg', `<svg x="${x}" y="${y}" width="${size}" height="${size}"`)
    .replaceAll('currentColor', color)
    .trim()
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Letters that XML has none for are shown as \ufffd. */
const escaped = (words: string) =>
  words
    .replace(/[\p{Cs}\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"]/gu, (sign) => references[sign] ?? '')
