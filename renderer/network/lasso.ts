import type cytoscape from 'cytoscape'
import { usePicture } from './picture.ts'
import { pickWholeFrames } from './whole-frames.ts'

type Point = { x: number; y: number }

/**
 * Picks the nodes that a line drawn by hand goes around: with Alt held, or after the tool was chosen, since some systems move
 * windows by Alt. Answers how to stop. Cytoscape does not see the press, so it neither pans nor lets go of what is picked.
 */
export function listenForLasso(cy: cytoscape.Core, container: HTMLElement): () => void {
  const listening = new AbortController()
  container.addEventListener(
    'mousedown',
    (press) => {
      if (press.button !== 0 || !(press.altKey || usePicture.getState().isLasso)) return
      press.stopPropagation()
      press.preventDefault()
      draw(cy, container, press, listening.signal)
    },
    { capture: true, signal: listening.signal },
  )
  return () => listening.abort()
}

function draw(cy: cytoscape.Core, container: HTMLElement, press: MouseEvent, stop: AbortSignal): void {
  const box = container.getBoundingClientRect()
  const line: Point[] = []
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'polygon')
  svg.classList.add('lasso')
  svg.append(shape)
  container.append(svg)
  const add = (event: MouseEvent) => {
    line.push({ x: event.clientX - box.left, y: event.clientY - box.top })
    shape.setAttribute('points', line.map(({ x, y }) => `${x},${y}`).join(' '))
  }
  add(press)
  const drawing = new AbortController()
  const signal = AbortSignal.any([drawing.signal, stop])
  signal.addEventListener('abort', () => svg.remove())
  window.addEventListener('mousemove', add, { signal })
  window.addEventListener(
    'mouseup',
    (release) => {
      drawing.abort()
      usePicture.setState({ isLasso: false })
      const within = cy.nodes(':childless').filter((node) => {
        const each = node as cytoscape.NodeSingular
        return each.visible() && isWithin(each.renderedPosition(), line)
      })
      cy.batch(() => {
        if (!release.shiftKey) cy.nodes(':selected').not(within).unselect()
        within.select()
      })
      pickWholeFrames(cy)
    },
    { signal },
  )
}

/** Whether a line from the point to the right crosses the outline an odd number of times. */
export function isWithin({ x, y }: Point, outline: Point[]): boolean {
  let isIn = false
  for (const [index, a] of outline.entries()) {
    const b = outline[(index + 1) % outline.length] ?? a
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) isIn = !isIn
  }
  return isIn
}
