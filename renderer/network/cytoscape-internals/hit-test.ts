import type cytoscape from 'cytoscape'
import type { Box, ElementIndex } from './element-index.ts'
import type { Drawn, Need, Renderer } from './renderer.ts'

/** How far off an edge or a node answers the pointer, in CSS pixels of the screen: Cytoscape's own distances. */
const reach = { mouse: { edge: 8, node: 2 }, touch: { edge: 24, node: 8 } }
/** What may answer beyond the element's box, which holds its line's width, its arrows and its names, in model units. */
const slack = 10

export const hitTestNeeds: readonly Need[] = [['findNearestElements', 'function']]

/**
 * Each move of the pointer asks what lies under it, and Cytoscape tries every element. Here it tries only those near by, with
 * its own test and in its own order, so that the answer is the same.
 */
export function narrowHitTest(cy: cytoscape.Core, renderer: Renderer, index: ElementIndex): void {
  const { findNearestElements, getCachedZSortedEles } = renderer
  renderer.findNearestElements = (x, y, interactiveOnly, isTouch) => {
    index.sync()
    const { edge, node } = isTouch ? reach.touch : reach.mouse
    const [far, close] = [edge / cy.zoom() + slack, node / cy.zoom() + slack]
    const near = [] as unknown as Drawn
    near.interactive = []
    for (const { element, minX, minY, maxX, maxY } of index.search(around(x, y, far))) {
      const isOut = x < minX - close || y < minY - close || x > maxX + close || y > maxY + close
      // Most of what an edge's distance takes in are nodes, which are dearer to try.
      if (isOut && element.isNode()) continue
      near.push(element)
      if (element.interactive()) near.interactive.push(element)
    }
    renderer.getCachedZSortedEles = () => near
    try {
      return findNearestElements.call(renderer, x, y, interactiveOnly, isTouch)
    } finally {
      renderer.getCachedZSortedEles = getCachedZSortedEles
    }
  }
}

const around = (x: number, y: number, by: number): Box => ({
  minX: x - by,
  minY: y - by,
  maxX: x + by,
  maxY: y + by,
})
