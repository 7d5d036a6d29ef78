import type { Block } from '../../preload/contract/article.ts'
import type { Mark } from '../state/marks.ts'
import { lookNow } from '../ui/entity-types.ts'
import { describe } from './describe-mark.ts'
import { type Lane, lanesOf } from './lanes.ts'
import { innermostFirst } from './overlaps.ts'
import { type Segment, segmentsOf } from './segments.ts'

const elements: Record<Block['kind'], string> = {
  title: 'h1',
  heading: 'h2',
  paragraph: 'p',
  quote: 'blockquote',
  listItem: 'p',
  caption: 'p',
  furniture: 'p',
}

/** The element of one block, with its words and no marks. It says in `data-start` where its words begin in the article's text. */
export function blockElement(block: Block, text: string): HTMLElement {
  const name = block.kind === 'heading' && (block.level ?? 2) > 2 ? 'h3' : elements[block.kind]
  const element = document.createElement(name)
  element.className = `block ${block.kind}`
  element.dataset.start = String(block.start)
  element.textContent = text.slice(block.start, block.end)
  return element
}

/** A run of words as it stands on the page. */
interface Shown extends Segment {
  className: string
  style: string
  /** What a screen reader says of it. */
  description: string
  node: ChildNode
}

/** What each block's element holds, as long as it was filled by `showMarks`. */
const shownIn = new WeakMap<HTMLElement, Shown[]>()

/**
 * Cuts a block's words anew at the edges of its marks. Runs of words that look as before keep their nodes, so that a new passage
 * costs the same among a hundred others as alone, and the page's selection stays in what it was in.
 */
export function showMarks(
  element: HTMLElement,
  block: Block,
  text: string,
  marks: readonly Mark[],
  selectedId: string | null,
): void {
  const lanes = lanesOf(marks)
  const before = shownIn.get(element) ?? []
  const next = segmentsOf(block.start, block.end, marks).map((segment) => ({
    ...segment,
    ...lookOf(segment, selectedId, lanes),
  }))
  const most = Math.min(before.length, next.length)
  let from = 0
  while (from < most && isSame(before[from] as Shown, next[from] as Omit<Shown, 'node'>)) from++
  let same = 0
  while (
    same < most - from &&
    isSame(before.at(-1 - same) as Shown, next.at(-1 - same) as Omit<Shown, 'node'>)
  )
    same++

  const made = next.slice(from, next.length - same).map((segment) => ({
    ...segment,
    node: nodeOf(segment, text.slice(segment.start, segment.end)),
  }))
  const nodes = made.map(({ node }) => node)
  const after = before.slice(before.length - same)
  // All at once: the page looks at its selection, and at what is to be drawn, for each change of its nodes.
  if (before.length === 0) element.replaceChildren(...nodes)
  else {
    for (const { node } of before.slice(from, before.length - same)) node.remove()
    if (after[0]) after[0].node.before(...nodes)
    else element.append(...nodes)
  }
  shownIn.set(element, [...before.slice(0, from), ...made, ...after])
}

const isSame = (a: Shown, b: Omit<Shown, 'node'>) =>
  a.start === b.start &&
  a.end === b.end &&
  a.className === b.className &&
  a.style === b.style &&
  a.description === b.description &&
  a.marks.length === b.marks.length &&
  a.marks.every((mark, index) => mark === b.marks[index])

/** A line below words as a layer of their background. Heights count from the words, whatever else stands below them. */
const lineBelow = ({ tag, at }: Lane) =>
  `linear-gradient(var(--tag-${tag.color}) 0 0) 0 calc(100% - (var(--depth) - ${at + 1}) * var(--lane)) / 100% 2px no-repeat`

function lookOf(segment: Segment, selectedId: string | null, lanes: ReadonlyMap<string, readonly Lane[]>) {
  // The shortest passage says most about these words, so its colours are the ones shown.
  const inner = innermostFirst(segment.marks)
  const mention = inner.find(({ entity }) => entity)?.entity
  const tag = inner.find(({ tags }) => tags.length > 0)?.tags[0]
  const chosen = segment.marks.find(({ annotation }) => annotation.id === selectedId)
  const selected = chosen?.annotation
  // The frame is of the passage that is selected, whatever else its words carry.
  const own = chosen?.tags[0]
    ? `--tag-${chosen.tags[0].color}`
    : chosen?.entity && lookNow(chosen.entity.type).color
  const lines = inner.flatMap(({ annotation }) => lanes.get(annotation.id) ?? [])
  const style = [
    mention && `--k: var(${lookNow(mention.type).color})`,
    tag && `--c: var(--tag-${tag.color})`,
    own && `--own: var(${own})`,
    lines.length > 0 && `--lines: ${lines.map(lineBelow).join(', ')}`,
    lines.length > 0 && `--depth: ${Math.max(...lines.map(({ at }) => at)) + 1}`,
  ]
  const names = [
    'mark',
    mention && 'mention',
    tag && 'tagged',
    lines.length > 0 && 'lined',
    !mention && !tag && 'noted',
    selected && 'selected',
    selected?.start === segment.start && 'first',
    selected?.end === segment.end && 'last',
  ]
  return {
    className: names.filter(Boolean).join(' '),
    style: style.filter(Boolean).join('; '),
    description: describe(inner),
  }
}

function nodeOf({ marks, className, style, description }: Omit<Shown, 'node'>, words: string): ChildNode {
  if (marks.length === 0) return document.createTextNode(words)
  const element = document.createElement('mark')
  element.textContent = words
  element.className = className
  element.style.cssText = style
  element.ariaDescription = description
  element.dataset.annotations = marks.map(({ annotation }) => annotation.id).join(' ')
  element.dataset.entities = marks.flatMap(({ annotation }) => annotation.entityId ?? []).join(' ')
  return element
}
