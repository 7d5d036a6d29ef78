import type { ArticleContent, Block } from '../../preload/contract/article.ts'
import type { Mark } from '../state/marks.ts'
import { blockAt, blocksTouched } from './block-at.ts'
import { blockElement, showMarks } from './block-element.ts'
import { dim } from './dimmed.ts'
import { foldLine, isAside } from './fold-line.ts'
import { light } from './lit.ts'
import { keepingSelection, standsIn } from './offsets.ts'
import { guessHeights, type Stretch, stretchElement, stretchesOf } from './stretches.ts'

/** The marks between two offsets, in reading order. */
export type MarksIn = (start: number, end: number) => readonly Mark[]

/** How long marks may be made within one frame, in milliseconds, so that scrolling into a crowd of them goes on. */
const aFrame = 6

/**
 * One article's text on the screen, made of plain elements, since a step must cost what it changes and not a look at 1,800
 * paragraphs. Marks are made only for stretches that came within a screen of the view, which lets a book with 50,000
 * of them open as fast as one with none. A block that came near keeps its marks, since to unmake them would take the
 * selection's own text nodes away; `content-visibility` sees to it that it costs nothing while it is far.
 */
export class TextView {
  readonly content: ArticleContent
  private readonly marksIn: MarksIn
  /** By block; those of stretches that nobody has seen yet are made when the computer has time. */
  private readonly elements: HTMLElement[] = []
  private readonly stretches: readonly Stretch[]
  private readonly stretchElements: HTMLElement[]
  private readonly line: ReturnType<typeof foldLine>
  /** Blocks whose marks are made. */
  private readonly marked = new Set<number>()
  /** Stretches within a screen of the view. */
  private readonly inView = new Set<number>()
  private readonly onRendered = new Set<() => void>()
  private selected: { id: string; start: number; end: number } | null = null
  private root: HTMLElement | null = null
  private frame = 0
  /** Blocks to show in the next frame, those nearest to the view first. */
  private readonly waiting = new Set<number>()
  private showing = 0
  private filling = 0

  constructor(content: ArticleContent, marksIn: MarksIn, at: number, onFold: () => void) {
    this.content = content
    this.marksIn = marksIn
    this.stretches = stretchesOf(content.blocks)
    this.stretchElements = this.stretches.map(({ from, to }) =>
      stretchElement(content.blocks.slice(from, to)),
    )
    this.line = foldLine(content.blocks.filter(isAside).length, onFold)
    if (this.blocks.some(isAside)) {
      const belowTitle = this.element(this.blocks.findIndex((block) => block.kind === 'title') + 1)
      if (belowTitle) belowTitle.before(this.line.element)
      else this.stretchElements.at(-1)?.append(this.line.element)
    }
    // What is read first has its marks in the first picture.
    const place = this.stretchOf(blockAt(content.blocks, at))
    this.show([place - 1, place, place + 1].flatMap((stretch) => this.blocksOf(stretch)))
  }

  get blocks(): readonly Block[] {
    return this.content.blocks
  }

  /** Fills the page's element, and begins to look at what is near the view. Answers how to stop. */
  attach(root: HTMLElement, scroller: HTMLElement): () => void {
    this.root = root
    root.replaceChildren(...this.stretchElements)
    standsIn(root, this)
    const indexOf = new Map(this.stretchElements.map((element, index) => [element as Element, index]))
    const observer = new IntersectionObserver(
      (entries) => {
        const came = entries.filter(({ isIntersecting }) => isIntersecting).sort(nearestFirst)
        guessHeights(
          root,
          came.map(({ target }) => target as HTMLElement),
        )
        for (const { target } of entries) this.inView.delete(indexOf.get(target) as number)
        for (const { target } of came) {
          const stretch = indexOf.get(target) as number
          this.inView.add(stretch)
          this.fill(stretch)
          for (const block of this.blocksOf(stretch)) if (!this.marked.has(block)) this.waiting.add(block)
        }
        this.showWaiting()
        this.tellRendered()
      },
      { root: scroller, rootMargin: '100% 0px' },
    )
    for (const element of this.stretchElements) observer.observe(element)
    const sizes = new ResizeObserver(() => {
      guessHeights(
        root,
        this.stretchElements.filter((_, index) => this.inView.has(index)),
      )
    })
    sizes.observe(root)
    this.fillWhenIdle(0)
    return () => {
      observer.disconnect()
      sizes.disconnect()
      cancelAnimationFrame(this.frame)
      cancelAnimationFrame(this.showing)
      cancelIdleCallback(this.filling)
      this.showing = 0
      this.inView.clear()
      this.root = null
    }
  }

  fold(isFolded: boolean): void {
    this.line.show(isFolded)
  }

  /** Shows the marks as they are now where they differ: in the blocks that the spans touch, or in all. */
  follow(spans: readonly { start: number; end: number }[] | 'all'): void {
    this.showSoon(spans === 'all' ? this.marked : spans.flatMap((span) => blocksTouched(this.blocks, span)))
  }

  select(annotation: { id: string; start: number; end: number } | null): void {
    if (annotation?.id === this.selected?.id) return
    const spans = [annotation, this.selected].filter((span) => span !== null)
    this.selected = annotation
    this.follow(spans)
  }

  /** Blocks near the view, by index, in order. */
  near(): number[] {
    return [...this.inView].sort((a, b) => a - b).flatMap((stretch) => this.blocksOf(stretch))
  }

  element(block: number): HTMLElement | undefined {
    if (!this.elements[block]) this.fill(this.stretchOf(block))
    return this.elements[block]
  }

  /** The box that a block takes part of, and the span of text in it, for what is far from the view: blocks there have no layout. */
  around(block: number): { element: HTMLElement; start: number; end: number } | null {
    const index = this.stretchOf(block)
    const [element, stretch] = [this.stretchElements[index], this.stretches[index]]
    const [first, last] = [this.blocks[stretch?.from ?? -1], this.blocks[(stretch?.to ?? 0) - 1]]
    return element && first && last ? { element, start: first.start, end: last.end } : null
  }

  /** Calls back, once a frame at most, after blocks were rendered or came near: ranges made before may be of nodes that are gone. */
  whenRendered(run: () => void): () => void {
    this.onRendered.add(run)
    return () => this.onRendered.delete(run)
  }

  private fill(stretch: number): void {
    const { from, to } = this.stretches[stretch] ?? { from: 0, to: 0 }
    if (from in this.elements) return
    for (let at = from; at < to; at++)
      this.elements[at] = blockElement(this.blocks[at] as Block, this.content.text)
    this.stretchElements[stretch]?.append(...this.elements.slice(from, to))
  }

  /** Makes what nobody has seen yet, so that all can be selected and a screen reader finds it. */
  private fillWhenIdle(from: number): void {
    const fill = (deadline: IdleDeadline) => {
      let stretch = from
      do this.fill(stretch++)
      while (stretch < this.stretches.length && deadline.timeRemaining() > 2)
      if (stretch < this.stretches.length) this.fillWhenIdle(stretch)
    }
    this.filling = requestIdleCallback(fill, { timeout: 1000 })
  }

  private blocksOf(stretch: number): number[] {
    const { from, to } = this.stretches[stretch] ?? { from: 0, to: 0 }
    return Array.from({ length: to - from }, (_, index) => from + index)
  }

  private stretchOf(block: number): number {
    return this.stretches.findIndex(({ to }) => block < to)
  }

  /**
   * Shows blocks in the next frame, those of a patch and of the selection that follows it at once: to put the page's selection
   * back into new words costs a layout each time.
   */
  private showSoon(blocks: Iterable<number>): void {
    const waiting = [...this.waiting]
    this.waiting.clear()
    // What a step changed goes before what comes near.
    for (const block of blocks) if (this.marked.has(block)) this.waiting.add(block)
    for (const block of waiting) this.waiting.add(block)
    if (this.waiting.size > 0) this.showing ||= requestAnimationFrame(() => this.showWaiting())
  }

  private showWaiting(): void {
    cancelAnimationFrame(this.showing)
    this.showing = 0
    const until = performance.now() + aFrame
    const blocks = [...this.waiting]
    for (let at = 0; at < blocks.length && performance.now() < until; at += 4) {
      const next = blocks.slice(at, at + 4)
      for (const block of next) this.waiting.delete(block)
      this.show(next)
    }
    if (this.waiting.size > 0) this.showing = requestAnimationFrame(() => this.showWaiting())
  }

  private tellRendered(): void {
    cancelAnimationFrame(this.frame)
    if (this.onRendered.size === 0) return
    this.frame = requestAnimationFrame(() => {
      for (const run of this.onRendered) run()
    })
  }

  private show(blocks: number[]): void {
    const elements = blocks.map((block) => this.element(block) as HTMLElement)
    keepingSelection(this.root, elements, () => {
      for (const [index, number] of blocks.entries()) {
        const block = this.blocks[number] as Block
        const marks = this.marksIn(block.start, block.end)
        if (marks.length === 0 && !this.marked.has(number)) continue
        const element = elements[index] as HTMLElement
        showMarks(element, block, this.content.text, marks, this.selected?.id ?? null)
        light(element)
        dim(element)
      }
    })
    for (const block of blocks) this.marked.add(block)
    this.tellRendered()
  }
}

const nearestFirst = (a: IntersectionObserverEntry, b: IntersectionObserverEntry) => distance(a) - distance(b)
function distance({ rootBounds, boundingClientRect: box }: IntersectionObserverEntry): number {
  if (!rootBounds) return 0
  const middle = (rootBounds.top + rootBounds.bottom) / 2
  return box.top > middle ? box.top - middle : Math.max(0, middle - box.bottom)
}
