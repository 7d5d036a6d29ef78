/**
 * Between the page and the text: each block's element says in `data-start` where its words begin in the article's text, and
 * holds those words and nothing else. Offsets are UTF-16 code units, as both the DOM's and the text's are.
 */

const blockOf = (node: Node): HTMLElement | null => {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-start]') ?? null
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
  const last = [...root.querySelectorAll<HTMLElement>('[data-start]')].at(-1)
  return last ? Number(last.dataset.start) + (last.textContent?.length ?? 0) : null
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

/**
 * The page's ranges for many spans in order, which must not overlap: one walk over the blocks, where `rangeOf` would walk once a
 * span. A span that crosses blocks is left out.
 */
export function rangesOf(root: HTMLElement, spans: readonly { start: number; end: number }[]): Range[] {
  const ranges: Range[] = []
  let next = 0
  for (const block of root.querySelectorAll<HTMLElement>('[data-start]')) {
    let at = Number(block.dataset.start)
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let open: Range | null = null
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const end = at + (node.nodeValue?.length ?? 0)
      for (let span = spans[next]; span && span.start < end; span = spans[next]) {
        if (!open && span.start >= at) {
          open = document.createRange()
          open.setStart(node, span.start - at)
        }
        if (open && span.end > end) break
        open?.setEnd(node, span.end - at)
        if (open) ranges.push(open)
        open = null
        next++
      }
      at = end
    }
  }
  return ranges
}

/** `asEnd` takes the end of a block rather than the start of the next one. */
function pointAt(root: HTMLElement, offset: number, asEnd: boolean): { node: Node; offset: number } | null {
  for (const block of root.querySelectorAll<HTMLElement>('[data-start]')) {
    const start = Number(block.dataset.start)
    const end = start + (block.textContent?.length ?? 0)
    if (offset < start || offset > end || (offset === end && !asEnd && start !== end)) continue
    let left = offset - start
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0
      if (left < length || (left === length && asEnd)) return { node, offset: left }
      left -= length
    }
  }
  return null
}
