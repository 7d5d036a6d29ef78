import type { Page } from '@playwright/test'

interface Ends {
  x1: number
  y1: number
  x2: number
  y2: number
}

/**
 * Selects words of the article as a hand does: presses before the first letter, moves, lets go after the last. Throws where
 * no block that is shown holds the words in one piece.
 */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate(scrollTo, words)
  const ends = await page.evaluate(endsOf, words)
  await page.mouse.move(ends.x1, ends.y1)
  await page.mouse.down()
  await page.mouse.move((ends.x1 + ends.x2) / 2, (ends.y1 + ends.y2) / 2, { steps: 3 })
  await page.mouse.move(ends.x2, ends.y2, { steps: 3 })
  await page.mouse.up()
}

function scrollTo(words: string): void {
  const block = [...document.querySelectorAll('.text [data-start]')].find(
    (each) => each.checkVisibility() && each.textContent?.includes(words),
  )
  if (!block) throw new Error(`No block shows “${words}”`)
  block.scrollIntoView({ block: 'center' })
}

/** Runs in the page: where the words begin and end on the screen, in CSS pixels. */
function endsOf(words: string): Ends {
  const block = [...document.querySelectorAll('.text [data-start]')].find(
    (each) => each.checkVisibility() && each.textContent?.includes(words),
  )
  if (!block) throw new Error(`No block shows “${words}”`)
  const start = block.textContent?.indexOf(words) ?? 0
  const place = (offset: number): [Node, number] => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let left = offset
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0
      if (left <= length) return [node, left]
      left -= length
    }
    return [block, 0]
  }
  const range = document.createRange()
  range.setStart(...place(start))
  range.setEnd(...place(start + words.length))
  const boxes = [...range.getClientRects()].filter((box) => box.width > 1)
  const first = boxes[0]
  const last = boxes.at(-1)
  if (!first || !last) throw new Error(`“${words}” takes no room on the screen`)
  const isRight = getComputedStyle(block).direction === 'rtl'
  const middle = (box: DOMRect) => box.top + box.height / 2
  return {
    x1: isRight ? first.right - 0.5 : first.left + 0.5,
    y1: middle(first),
    x2: isRight ? last.left + 0.5 : last.right - 0.5,
    y2: middle(last),
  }
}

/** Where words of the article stand on the screen: the middle of their first line, in CSS pixels. */
export async function placeOfWords(page: Page, words: string): Promise<{ x: number; y: number }> {
  const { x1, y1, x2, y2 } = await page.evaluate(endsOf, words)
  return { x: y1 === y2 ? (x1 + x2) / 2 : x1 + 4, y: y1 }
}
