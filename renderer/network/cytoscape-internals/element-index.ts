import RBush from 'rbush'
import type { Drawn, Element, Need, Renderer } from './renderer.ts'

/** In model units: CSS pixels at zoom 1. */
export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

export interface Item extends Box {
  element: Element
  /** Its place in the order of drawing. */
  order: number
}

/** Where every element was drawn last, as an R-tree: what lies in a place is found without walking all. */
export class ElementIndex {
  static readonly needs: readonly Need[] = [
    ['getCachedZSortedEles', 'function'],
    ['onUpdateEleCalcs', 'function'],
  ]

  /** Told of each element that changed, with where it was and is. */
  onChange: (element: Element, before: Box | null, after: Box | null) => void = () => {}
  /** Told when elements that stay are drawn in another order. */
  onReorder: () => void = () => {}
  private readonly tree = new RBush<Item>()
  private readonly items = new Map<Element, Item>()
  private readonly changed = new Set<Element>()
  private drawn: Drawn | null = null
  private readonly sorted: () => Drawn

  constructor(renderer: Renderer) {
    const { getCachedZSortedEles } = renderer
    this.sorted = () => getCachedZSortedEles.call(renderer)
    renderer.onUpdateEleCalcs((_, elements) => {
      for (let at = 0; at < elements.length; at++) this.changed.add(elements[at] as Element)
    })
  }

  itemOf(element: Element): Item | undefined {
    return this.items.get(element)
  }

  /** What lies in the box, from the lowest to the highest. */
  search(box: Box): Item[] {
    return this.tree.search(box).sort((a, b) => a.order - b.order)
  }

  /** Takes up what changed since the last time: as much work as there is change, once an element is added all of the order. */
  sync(): void {
    const drawn = this.sorted()
    if (drawn !== this.drawn) this.takeOrder(drawn)
    for (const element of this.changed) {
      const before = this.items.get(element)
      if (before) this.move(before)
    }
    this.changed.clear()
  }

  /**
   * Does something that asks elements for their boxes, and answers it from here: Cytoscape works each out anew, or at least
   * whether it must, which takes 40 ms for 15,000 elements.
   */
  lendBoxes(elements: readonly Element[], doing: () => void): void {
    const [first] = elements
    if (!first) {
      doing()
      return
    }
    this.sync()
    const { items } = this
    const prototype = Object.getPrototypeOf(first) as Element
    const { boundingBox } = prototype
    prototype.boundingBox = function (this: Element, options) {
      const item = options ? undefined : items.get(this)
      return item ? sizedBox(item) : boundingBox.call(this, options)
    }
    try {
      doing()
    } finally {
      prototype.boundingBox = boundingBox
    }
  }

  private takeOrder(drawn: Drawn): void {
    const added: Item[] = []
    const gone = new Map(this.items)
    let last = -1
    let isReordered = false
    for (const [order, element] of drawn.entries()) {
      const item = this.items.get(element)
      if (item) {
        isReordered ||= item.order < last
        last = item.order
        item.order = order
        gone.delete(element)
      } else added.push({ ...boxOf(element), element, order })
    }
    for (const [element, item] of gone) {
      this.tree.remove(item)
      this.items.delete(element)
      this.onChange(element, item, null)
    }
    this.tree.load(added)
    for (const item of added) {
      this.items.set(item.element, item)
      this.changed.delete(item.element)
      this.onChange(item.element, null, item)
    }
    if (isReordered) this.onReorder()
    this.drawn = drawn
  }

  private move(item: Item): void {
    const box = boxOf(item.element)
    const before = { minX: item.minX, minY: item.minY, maxX: item.maxX, maxY: item.maxY }
    const stays =
      box.minX === item.minX && box.minY === item.minY && box.maxX === item.maxX && box.maxY === item.maxY
    if (!stays) {
      this.tree.remove(item)
      Object.assign(item, box)
      this.tree.insert(item)
    }
    this.onChange(item.element, before, box)
  }
}

const sizedBox = ({ minX, minY, maxX, maxY }: Box) => ({
  ...{ x1: minX, y1: minY, x2: maxX, y2: maxY },
  ...{ w: maxX - minX, h: maxY - minY },
})

function boxOf(element: Element): Box {
  const { x1, y1, x2, y2 } = element.boundingBox()
  // A place that is no number would spread to the boxes of the tree above it, and nothing would be found any more.
  if (Number.isNaN(x1 + y1 + x2 + y2)) return { minX: 0, minY: 0, maxX: 0, maxY: 0 }
  return { minX: x1, minY: y1, maxX: x2, maxY: y2 }
}
