import type { Block } from '../../preload/contract/article.ts'
import { isAside } from './fold-line.ts'

/** Blocks that are laid out, or left out of layout, together; by index, `to` exclusive. */
export interface Stretch {
  from: number
  to: number
}

/**
 * Letters of a stretch: about two screens. The browser keeps an account of each stretch that is out of view, and looks at all of them
 * when one changes: a stretch a paragraph made a frame of scrolling through 1,800 of them eight times as dear. A longer one takes
 * longer to lay out when it comes.
 */
const enough = 4000

export function stretchesOf(blocks: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (const [index, block] of blocks.entries()) {
    const letters = block.end - (blocks[from] as Block).start
    if (letters < enough && index < blocks.length - 1) continue
    stretches.push({ from, to: index + 1 })
    from = index + 1
  }
  return stretches
}

/**
 * The element of a stretch, without its blocks. How high it is before it was ever laid out is guessed from its letters, so that the scroll bar is nearly right
 * from the beginning; those of page furniture are counted apart, since it may be folded.
 */
export function stretchElement(blocks: readonly Block[]): HTMLElement {
  const element = document.createElement('div')
  element.className = 'stretch'
  const letters = (isWanted: (block: Block) => boolean) =>
    String(blocks.filter(isWanted).reduce((sum, block) => sum + block.end - block.start + perBlock, 0))
  element.style.setProperty(
    '--letters',
    letters((block) => !isAside(block)),
  )
  element.style.setProperty('--aside', letters(isAside))
  return element
}

/**
 * Guesses the height of what was never laid out by that of what is, in the width and type of now. Small differences are let be: each
 * guess moves everything below.
 */
export function guessHeights(root: HTMLElement, near: readonly HTMLElement[]): void {
  const shown = near.filter((element) => element.hasChildNodes())
  const isFolded = root.classList.contains('folded')
  const letters = (element: HTMLElement) => {
    const [own, aside] = ['--letters', '--aside'].map((name) => Number(element.style.getPropertyValue(name)))
    return (own ?? 0) + (isFolded ? 0 : (aside ?? 0))
  }
  const sum = (of: (element: HTMLElement) => number) => shown.reduce((all, each) => all + of(each), 0)
  const perLetter = sum((element) => element.offsetHeight) / sum(letters)
  const before = Number.parseFloat(root.style.getPropertyValue('--letter'))
  if (Number.isFinite(perLetter) && perLetter > 0 && !(Math.abs(perLetter / before - 1) < 0.1))
    root.style.setProperty('--letter', `${perLetter}px`)
}

/** A block's last line is half empty, and a gap follows it: as high as so many letters. */
const perBlock = 70
