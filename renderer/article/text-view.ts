import type { ArticleContent, Block } from '../../preload/contract/article.ts'
import type { Mark } from '../state/select.ts'
import { blockElement, showMarks } from './block-element.ts'
import { BlockMarks, blockAt } from './block-marks.ts'
import { foldLine, isAside } from './fold-line.ts'
import { light } from './lit.ts'
import { keepingSelection } from './offsets.ts'

/** How many blocks around the place where reading begins have their marks in the first picture. */
const first = 12

/**
 * One article's text on the screen, made of plain elements, since a step must cost what it changes and not a look at 1,800
 * paragraphs. Marks are made only for blocks that came within a screen of the view, which lets a book with 50,000
 * of them open as fast as one with none. A block that came near keeps its marks, since to unmake them would take the
 * selection's own text nodes away; `content-visibility` sees to it that it costs nothing while it is far.
 */
export class TextView {
  readonly content: ArticleContent
  private readonly marks: BlockMarks
  private readonly elements: HTMLElement[]
  private readonly line: ReturnType<typeof foldLine>
  /** Blocks whose marks are made. */
  private readonly marked = new Set<number>()
  private readonly inView = new Set<number>()
  private readonly onRendered = new Set<() => void>()
  private selected: { id: string; start: number; end: number } | null = null
  private root: HTMLElement | null = null
  private frame = 0
  private readonly stale = new Set<number>()
  private showing = 0

  constructor(content: ArticleContent, marks: readonly Mark[], at: number, onFold: () => void) {
    this.content = content
    this.marks = new BlockMarks(content.blocks, marks)
    this.elements = content.blocks.map((block) => blockElement(block, content.text))
    this.line = foldLine(content.blocks.filter(isAside).length, onFold)
    const place = blockAt(content.blocks, at)
    const around = Array.from({ length: 2 * first }, (_, index) => place - first + index)
    this.show(around.filter((block) => block >= 0 && block < this.blocks.length))
  }

  get blocks(): readonly Block[] {
    return this.content.blocks
  }

  /** Fills the page's element, and begins to look at which blocks are near the view. Answers how to stop. */
  attach(root: HTMLElement, scroller: HTMLElement): () => void {
    this.root = root
    this.showStale()
    root.replaceChildren(...this.elements)
    const belowTitle = this.blocks.findIndex((block) => block.kind === 'title') + 1
    if (this.blocks.some(isAside)) root.insertBefore(this.line.element, this.elements[belowTitle] ?? null)
    const indexOf = new Map(this.elements.map((element, index) => [element as Element, index]))
    const observer = new IntersectionObserver(
      (entries) => {
        const came: number[] = []
        for (const { target, isIntersecting } of entries) {
          const index = indexOf.get(target) as number
          if (!isIntersecting) this.inView.delete(index)
          else {
            this.inView.add(index)
            if (!this.marked.has(index)) came.push(index)
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
      cancelAnimationFrame(this.showing)
      this.showing = 0
      this.inView.clear()
      this.root = null
    }
  }

  fold(isFolded: boolean): void {
    this.line.show(isFolded)
  }

  /** Draws the marks anew: what they look like changed, and not what they are. */
  restyle(): void {
    this.showSoon(this.marked)
  }

  follow(marks: readonly Mark[]): void {
    this.showSoon(this.marks.follow(marks))
  }

  select(annotation: { id: string; start: number; end: number } | null): void {
    if (annotation?.id === this.selected?.id) return
    const spans = [annotation, this.selected].filter((span) => span !== null)
    this.selected = annotation
    this.showSoon(spans.flatMap((span) => this.marks.touched(span)))
  }

  /** Blocks within a screen of the view, by index, in order. */
  near(): number[] {
    return [...this.inView].sort((a, b) => a - b)
  }

  element(block: number): HTMLElement | undefined {
    return this.elements[block]
  }

  /** Calls back, once a frame at most, after blocks were rendered or came near: ranges made before may be of nodes that are gone. */
  whenRendered(run: () => void): () => void {
    this.onRendered.add(run)
    return () => this.onRendered.delete(run)
  }

  /**
   * Shows blocks in the next frame, those of a patch and of the selection that follows it at once: to put the page's selection
   * back into new words costs a layout each time.
   */
  private showSoon(blocks: Iterable<number>): void {
    for (const block of blocks) if (this.marked.has(block)) this.stale.add(block)
    if (this.stale.size === 0 || this.showing) return
    this.showing = requestAnimationFrame(() => this.showStale())
  }

  private showStale(): void {
    cancelAnimationFrame(this.showing)
    this.showing = 0
    const blocks = [...this.stale]
    this.stale.clear()
    this.show(blocks)
  }

  private tellRendered(): void {
    cancelAnimationFrame(this.frame)
    if (this.onRendered.size === 0) return
    this.frame = requestAnimationFrame(() => {
      for (const run of this.onRendered) run()
    })
  }

  private show(blocks: number[]): void {
    const toShow = blocks.filter((block) => this.marked.has(block) || this.marks.of(block).length > 0)
    for (const block of blocks) this.marked.add(block)
    if (toShow.length === 0) return
    const elements = toShow.map((block) => this.elements[block] as HTMLElement)
    keepingSelection(this.root, elements, () => {
      for (const [index, block] of toShow.entries()) {
        const element = elements[index] as HTMLElement
        showMarks(
          element,
          this.blocks[block] as Block,
          this.content.text,
          this.marks.of(block),
          this.selected?.id ?? null,
        )
        light(element)
      }
    })
    this.tellRendered()
  }
}
