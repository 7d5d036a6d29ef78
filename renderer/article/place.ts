import { blockAt } from './block-at.ts'
import type { TextView } from './text-view.ts'

/** The offset of the words at the upper edge of the view; 0 at the very top. */
export function topOf(view: TextView, scroller: HTMLElement): number {
  if (scroller.scrollTop < 10) return 0
  const { top } = scroller.getBoundingClientRect()
  for (const index of view.near()) {
    const [block, element] = [view.blocks[index], view.element(index)]
    const box = element?.getBoundingClientRect()
    if (!block || !box || box.height === 0 || box.bottom <= top + 4) continue
    const above = Math.max(0, top - box.top) / box.height
    return block.start + Math.floor(above * (block.end - block.start))
  }
  return 0
}

/** Puts the words at an offset at the upper edge, again for a few frames, while what is above them takes its own height. */
export function goTo(
  view: TextView,
  scroller: HTMLElement,
  offset: number,
  isWanted: () => boolean,
  tries = 5,
): void {
  const index = blockAt(view.blocks, offset)
  const [block, element] = [view.blocks[index], view.element(index)]
  if (!block || !element || !isWanted()) return
  const box = element.getBoundingClientRect()
  const above = (box.height * (offset - block.start)) / Math.max(1, block.end - block.start)
  scroller.scrollTop += box.top + above - scroller.getBoundingClientRect().top - 12
  if (tries > 1) requestAnimationFrame(() => goTo(view, scroller, offset, isWanted, tries - 1))
}
