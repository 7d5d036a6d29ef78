import type { ArticleContent } from '../../../preload/contract/article.ts'
import type { Sample } from './text.ts'

/** What the bench asks of a page: of ours and of each peer alike. */
export interface Reader {
  prepare(kilobytes: number, count: number): void
  /** Milliseconds from the sample at hand to the first frame with words, and to the first with all marks that are in view. */
  open(): Promise<{ first: number; all: number }>
  /** Prepares the adding of one passage in view, which `add` or a key then does. */
  ready(round: number): void
  /** Adds it; null where a key does. */
  add: (() => void) | null
  /** Is it painted? */
  isAdded(): boolean
}

declare global {
  interface Window {
    reader: Reader
    watch: () => void
    /** The same for a key that adds nothing: what watching itself costs. */
    watchNothing: () => void
    painted: Promise<number>
  }
}

/** After the next frame was painted: a message is taken up when the frame's own work is over. */
export const frame = () =>
  new Promise<void>((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done()
      port2.postMessage(null)
    }),
  )

export async function until(isThere: () => boolean, since: number): Promise<number> {
  while (!isThere()) await frame()
  await frame()
  return performance.now() - since
}

window.watchNothing = () => {
  window.painted = new Promise((done) => {
    const begin = () => void until(() => true, performance.now()).then(done)
    addEventListener('keydown', begin, { once: true, capture: true })
  })
}

// From the key that is pressed next, or from the call of `add`, until what it adds is painted.
window.watch = () => {
  window.painted = new Promise((done) => {
    const begin = () => {
      const since = performance.now()
      void until(window.reader.isAdded, since).then(done)
    }
    if (!window.reader.add) return addEventListener('keydown', begin, { once: true, capture: true })
    const { add } = window.reader
    setTimeout(() => {
      begin()
      add()
    })
  })
}

/** The marks that stand in the first screen for sure: those of the first two paragraphs. */
export const firstMarks = (sample: Sample) =>
  sample.annotations.filter(({ end }) => end < 1000).map(({ id }) => id)

/** A bare text in the same house: the same elements and the same styles as ours. */
export function bareText(content: ArticleContent, kind: string): HTMLElement {
  const host = document.createElement('section')
  host.className = `article ${kind}`
  host.innerHTML =
    '<div class="scroller"><div class="sheet"><div class="page"><div class="text"></div></div></div></div>'
  const text = host.querySelector('.text') as HTMLElement
  for (const { start, end } of content.blocks) {
    const block = document.createElement('p')
    block.className = 'block paragraph'
    block.textContent = content.text.slice(start, end)
    text.append(block)
  }
  document.getElementById('board')?.append(host)
  return text
}
