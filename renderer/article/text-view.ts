import { createContext } from 'react'
import { flushSync } from 'react-dom'
import type { ArticleContent, Block } from '../../preload/contract/article.ts'
import type { Mark } from '../state/select.ts'
import { BlockMarks, blockAt } from './block-marks.ts'
import { keepingSelection } from './offsets.ts'

/** What a block shows of its marks; null where it is far from what is read, and shows its words alone. */
export interface Shown {
  marks: readonly Mark[]
  selectedId: string | null
}

/** How many blocks around the place where reading begins have their marks in the first picture. */
const first = 12

/**
 * One article's text on the screen. Marks are made only for blocks that came within a screen of the view, which is what lets
 * a book with 50,000 of them open as fast as one with none; a block that came near keeps its marks, since to unmake them would
 * take the selection's own text nodes away. A change renders the blocks it touches, and nothing else.
 */
export class TextView {
  readonly content: ArticleContent
  private readonly marks: BlockMarks
  private selectedId: string | null = null
  private readonly shown: (Shown | null)[]
  private readonly listeners: (() => void)[] = []
  private readonly onRendered = new Set<() => void>()
  private readonly inView = new Set<number>()
  private elements: HTMLElement[] = []
  private root: HTMLElement | null = null
  private frame = 0

  constructor(content: ArticleContent, marks: readonly Mark[], at: number) {
    this.content = content
    this.marks = new BlockMarks(content.blocks, marks)
    this.shown = content.blocks.map(() => null)
    const place = blockAt(content.blocks, at)
    for (let block = Math.max(0, place - first); block < place + first && block < this.blocks.length; block++)
      this.shown[block] = { marks: this.marks.of(block), selectedId: null }
  }

  get blocks(): readonly Block[] {
    return this.content.blocks
  }

  /** Begins to look at which blocks are near the view. Answers how to stop. */
  attach(root: HTMLElement, scroller: HTMLElement): () => void {
    this.root = root
    this.elements = [...root.querySelectorAll<HTMLElement>('[data-start]')]
    const indexOf = new Map(this.elements.map((element, index) => [element as Element, index]))
    const observer = new IntersectionObserver(
      (entries) => {
        const came: number[] = []
        for (const { target, isIntersecting } of entries) {
          const index = indexOf.get(target) as number
          if (!isIntersecting) this.inView.delete(index)
          else {
            this.inView.add(index)
            if (!this.shown[index]) came.push(index)
          }
        }
        this.show(came)
        this.tellRendered()
      },
      { root: scroller, rootMargin: '100% 0px' },
    )
    for (const element of this.elements) observer.observe(element)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(this.frame)
      this.inView.clear()
    }
  }

  follow(marks: readonly Mark[]): void {
    this.show([...this.marks.follow(marks)].filter((block) => this.shown[block]))
  }

  select(annotation: { id: string; start: number; end: number } | null): void {
    if ((annotation?.id ?? null) === this.selectedId) return
    const blocks = new Set(annotation ? this.marks.touched(annotation) : [])
    for (const [block, shown] of this.shown.entries()) if (shown?.selectedId) blocks.add(block)
    this.selectedId = annotation?.id ?? null
    this.show([...blocks].filter((block) => this.shown[block]))
  }

  /** Blocks within a screen of the view, by index, in order. */
  near(): number[] {
    return [...this.inView].sort((a, b) => a - b)
  }

  element(block: number): HTMLElement | undefined {
    return this.elements[block]
  }

  shownIn(block: number): Shown | null {
    return this.shown[block] ?? null
  }

  listen(block: number, listener: () => void): () => void {
    this.listeners[block] = listener
    return () => delete this.listeners[block]
  }

  /** Calls back, once a frame at most, after blocks were rendered or came near: ranges made before may be of nodes that are gone. */
  whenRendered(run: () => void): () => void {
    this.onRendered.add(run)
    return () => this.onRendered.delete(run)
  }

  private tellRendered(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => {
      for (const run of this.onRendered) run()
    })
  }

  private show(blocks: number[]): void {
    if (blocks.length === 0) return
    for (const block of blocks) {
      const marks = this.marks.of(block)
      const selectedId = marks.some(({ annotation }) => annotation.id === this.selectedId)
        ? this.selectedId
        : null
      this.shown[block] = { marks, selectedId }
    }
    const render = () =>
      flushSync(() => {
        for (const block of blocks) this.listeners[block]?.()
      })
    // At once, so that no key can come between: a block's words become other text nodes.
    if (this.root)
      keepingSelection(
        this.root,
        blocks.map((block) => this.elements[block]),
        render,
      )
    else render()
    this.tellRendered()
  }
}

export const View = createContext<TextView | null>(null)
