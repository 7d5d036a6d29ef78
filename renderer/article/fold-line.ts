import type { Block } from '../../preload/contract/article.ts'

export const isAside = (block: Block) => block.kind === 'furniture' || block.kind === 'caption'

/** The line that folds page furniture, which stands among the blocks. */
export function foldLine(
  count: number,
  onFold: () => void,
): { element: HTMLElement; show(isFolded: boolean): void } {
  const element = document.createElement('div')
  element.className = 'fold'
  element.contentEditable = 'false'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link quiet'
  // The interface's own words, also within an article that runs from right to left.
  button.dir = 'ltr'
  button.addEventListener('click', onFold)
  element.append(button)
  const show = (isFolded: boolean) => {
    button.ariaExpanded = String(!isFolded)
    button.textContent = `${isFolded ? '▸' : '▾'} ${count} ${count === 1 ? 'piece' : 'pieces'} of page furniture set apart`
  }
  show(true)
  return { element, show }
}
