import type cytoscape from 'cytoscape'
import type { Element, Need, Renderer } from './renderer.ts'

export const quietDragNeeds: readonly Need[] = [
  ['notify', 'function'],
  ['redrawHint', 'function'],
  ['redraw', 'function'],
  ['getCachedZSortedEles', 'function'],
]

/**
 * What a hand drags is on a layer of its own, yet the word that its bounds changed has the layer of all that lies still drawn
 * too. Here that word asks for the layer of the dragged alone, where it is about nothing else.
 */
export function quietDrag(cy: cytoscape.Core, renderer: Renderer): void {
  const { notify, getCachedZSortedEles } = renderer
  let isHolding = false
  cy.on('grabon', () => {
    isHolding = true
  })
  cy.on('freeon', () => {
    isHolding = false
  })
  let list: Element[] = []
  let dragged = new Set<Element>()
  const isOfDragged = (elements: ArrayLike<Element>): boolean => {
    const { drag } = getCachedZSortedEles.call(renderer)
    if (drag !== list) {
      list = drag
      dragged = new Set(drag)
    }
    for (let at = 0; at < elements.length; at++) if (!dragged.has(elements[at] as Element)) return false
    return elements.length > 0
  }
  renderer.notify = (event, elements) => {
    if (!isHolding || event !== 'bounds' || !elements || !isOfDragged(elements))
      return notify.call(renderer, event, elements)
    renderer.redrawHint('drag', true)
    renderer.redraw()
  }
}
