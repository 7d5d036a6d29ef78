/**
 * Between the page and the text: each block's element says in `data-start` where its words begin in the article's text, and
 * holds those words and nothing else. Offsets are UTF-16 code units, as both the DOM's and the text's are.
 */

const blockOf = (node: Node): HTMLElement | null => {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-start]') ?? null
}

/** The blocks of a text on the page, in order. An element is made when it is asked for. */
export interface ShownText {
  blocks: readonly { start: number; end: number }[]
  element(block: number): HTMLElement | undefined
}

/** By the element that the text stands in. */
const texts = new WeakMap<HTMLElement, ShownText>()
export function standsIn(root: HTMLElement, text: ShownText): void {
  texts.set(root, text)
}

/** The text offset of a place in the page, or null where it is in no block. */
function offsetAt(root: HTMLElement, node: Node, offset: number): number | null {
  const block = blockOf(node)
  if (block) {
    const range = document.createRange()
    range.selectNodeContents(block)
    range.setEnd(node, offset)
    return Number(block.dataset.start) + range.toString().length
  }
  // Between blocks, as after a triple click: the start of the next block, or the end of the text.
  const place = document.createRange()
  place.setStart(node, offset)
  for (const next of root.querySelectorAll<HTMLElement>('[data-start]'))
    if (place.comparePoint(next, 0) >= 0) return Number(next.dataset.start)
  return texts.get(root)?.blocks.at(-1)?.end ?? null
}

/** The selected words as offsets, start before end; null where nothing in `root` is selected. A caret has start = end. */
export function selectedOffsets(root: HTMLElement): { start: number; end: number } | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null
  const start = offsetAt(root, range.startContainer, range.startOffset)
  const end = offsetAt(root, range.endContainer, range.endOffset)
  return start === null || end === null ? null : { start: Math.min(start, end), end: Math.max(start, end) }
}

/** The page's range for a span of the text, or null where its blocks are not shown. */
export function rangeOf(root: HTMLElement, start: number, end: number): Range | null {
  const from = pointAt(root, start, false)
  const to = pointAt(root, end, true)
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** The page's range for a span that lies within one block's element, where it does. */
export function rangeIn(block: HTMLElement, start: number, end: number): Range | null {
  const from = pointIn(block, start, false)
  const to = pointIn(block, end, true)
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/** Runs what makes some blocks' nodes anew, and puts the page's selection back on the words it was on, whichever way it went. */
export function keepingSelection(
  root: HTMLElement | null,
  blocks: (HTMLElement | undefined)[],
  run: () => void,
): void {
  const selection = root && document.getSelection()
  const [anchor, focus] = [selection?.anchorNode, selection?.focusNode]
  const isTouched =
    root && anchor && focus && blocks.some((block) => block?.contains(anchor) || block?.contains(focus))
  const from = isTouched ? offsetAt(root, anchor, selection?.anchorOffset ?? 0) : null
  const to = isTouched ? offsetAt(root, focus, selection?.focusOffset ?? 0) : null
  run()
  if (!root || !selection || from === null || to === null || (stays(anchor) && stays(focus))) return
  const isForward = from <= to
  const start = pointAt(root, from, !isForward || from === to)
  const end = pointAt(root, to, isForward)
  if (start && end) selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
}

/** A place in words that are still on the page is where it was; one beside an element may be beside another now. */
const stays = (node: Node | null | undefined) => node instanceof Text && node.isConnected

interface Point {
  node: Node
  offset: number
}

/** `asEnd` takes the end of a block rather than the start of the next one. */
function pointAt(root: HTMLElement, offset: number, asEnd: boolean): Point | null {
  const text = texts.get(root)
  if (!text) return null
  let [from, to] = [0, text.blocks.length - 1]
  while (from < to) {
    const middle = (from + to + 1) >> 1
    const start = text.blocks[middle]?.start ?? 0
    if (asEnd ? start < offset : start <= offset) from = middle
    else to = middle - 1
  }
  const block = text.element(from)
  return block ? pointIn(block, offset, asEnd) : null
}

function pointIn(block: HTMLElement, offset: number, asEnd: boolean): Point | null {
  let left = offset - Number(block.dataset.start)
  if (left < 0) return null
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let last: Point | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (left < length || (left === length && asEnd)) return { node, offset: left }
    left -= length
    last = { node, offset: length }
  }
  return left === 0 ? last : null
}

/** Puts the page's selection on a span of the text. */
export function selectOffsets(root: HTMLElement, start: number, end: number): void {
  const range = rangeOf(root, start, end)
  if (range)
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}

/** The text offset nearest to a place on the screen, in CSS pixels; null where no words are near. */
export function offsetAtPoint(root: HTMLElement, x: number, y: number): number | null {
  const place = document.caretPositionFromPoint(x, y)
  return place && root.contains(place.offsetNode) ? offsetAt(root, place.offsetNode, place.offset) : null
}
