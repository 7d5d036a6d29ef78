import type { Block } from '../../preload/contract/article.ts'
import type { Mark } from '../state/select.ts'
import { lookNow } from '../ui/entity-types.ts'
import { describe } from './describe-mark.ts'
import { type Lane, lanesOf } from './lanes.ts'
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

/** Puts a block's words into its element anew, cut at the edges of its marks. */
export function showMarks(
  element: HTMLElement,
  block: Block,
  text: string,
  marks: readonly Mark[],
  selectedId: string | null,
): void {
  const lanes = lanesOf(marks)
  element.replaceChildren(
    ...segmentsOf(block.start, block.end, marks).map((segment) => {
      const words = text.slice(segment.start, segment.end)
      return segment.marks.length === 0 ? words : markElement(segment, words, selectedId, lanes)
    }),
  )
}

/** A line below words as a layer of their background. Heights count from the words, whatever else stands below them. */
const lineBelow = ({ tag, at }: Lane) =>
  `linear-gradient(var(--tag-${tag.color}) 0 0) 0 calc(100% - (var(--depth) - ${at + 1}) * var(--lane)) / 100% 2px no-repeat`

function markElement(
  segment: Segment,
  words: string,
  selectedId: string | null,
  lanes: ReadonlyMap<string, readonly Lane[]>,
): HTMLElement {
  // The shortest passage says most about these words, so its colours are the ones shown.
  const inner = [...segment.marks].sort(
    (a, b) => a.annotation.end - a.annotation.start - (b.annotation.end - b.annotation.start),
  )
  const mention = inner.find(({ entity }) => entity)?.entity
  const tags = [...new Map(inner.flatMap((mark) => mark.tags).map((tag) => [tag.id, tag])).values()]
  const chosen = segment.marks.find(({ annotation }) => annotation.id === selectedId)
  const selected = chosen?.annotation
  const element = document.createElement('mark')
  element.textContent = words
  if (mention) element.style.setProperty('--k', `var(${lookNow(mention.type).color})`)
  if (tags[0]) element.style.setProperty('--c', `var(--tag-${tags[0].color})`)
  // The frame is of the passage that is selected, whatever else its words carry.
  const own = chosen?.tags[0]
    ? `--tag-${chosen.tags[0].color}`
    : chosen?.entity && lookNow(chosen.entity.type).color
  if (own) element.style.setProperty('--own', `var(${own})`)
  const lines = inner.flatMap(({ annotation }) => lanes.get(annotation.id) ?? [])
  if (lines.length > 0) {
    element.style.setProperty('--lines', lines.map(lineBelow).join(', '))
    element.style.setProperty('--depth', String(Math.max(...lines.map(({ at }) => at)) + 1))
  }
  element.className = [
    'mark',
    mention && 'mention',
    tags[0] && 'tagged',
    lines.length > 0 && 'lined',
    !mention && !tags[0] && 'noted',
    selected && 'selected',
    selected?.start === segment.start && 'first',
    selected?.end === segment.end && 'last',
  ]
    .filter(Boolean)
    .join(' ')
  element.ariaDescription = describe(inner)
  element.dataset.annotations = segment.marks.map(({ annotation }) => annotation.id).join(' ')
  element.dataset.entities = segment.marks.flatMap(({ annotation }) => annotation.entityId ?? []).join(' ')
  return element
}
