import type { Block } from '../../preload/contract/article.ts'

/** The last block that begins at or before an offset, or the first. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let [from, to] = [0, blocks.length - 1]
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if ((blocks[middle] as Block).start <= offset) from = middle
    else to = middle - 1
  }
  return Math.max(0, from)
}

/** The blocks that a span touches, by index. */
export function blocksTouched(blocks: readonly Block[], span: { start: number; end: number }): number[] {
  const found: number[] = []
  for (let at = blockAt(blocks, span.start); at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.start >= span.end) break
    if (block.end > span.start) found.push(at)
  }
  return found
}
