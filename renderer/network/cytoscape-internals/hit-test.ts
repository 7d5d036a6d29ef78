import type cytoscape from 'cytoscape'
import type { ElementIndex } from './element-index.ts'
import type { Drawn, Need, Renderer } from './renderer.ts'

/** How far off an edge answers the pointer, in CSS pixels of the screen: Cytoscape's own distances. */
const reach = { mouse: 8, touch: 24 }
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
    const margin = (isTouch ? reach.touch : reach.mouse) / cy.zoom() + slack
    const near = index
      .search({ minX: x - margin, minY: y - margin, maxX: x + margin, maxY: y + margin })
      .map(({ element }) => element) as Drawn
    near.interactive = near.filter((element) => element.interactive())
    renderer.getCachedZSortedEles = () => near
    try {
      return findNearestElements.call(renderer, x, y, interactiveOnly, isTouch)
    } finally {
      renderer.getCachedZSortedEles = getCachedZSortedEles
    }
  }
}
