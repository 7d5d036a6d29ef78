import type { Element } from './tree.ts'

/** All elements of a tree, in the page's order. */
export function* elementsOf(root: Element): Generator<Element> {
  const waiting = [root]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    yield part
    for (const child of part.children.toReversed()) if ('children' in child) waiting.push(child)
  }
}

/** The words within an element, as they stand in the page. */
export function wordsIn({ children }: Element): string {
  return children.map((child) => ('text' in child ? child.text : wordsIn(child))).join('')
}
