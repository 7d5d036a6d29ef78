import { type CSSProperties, createElement, memo } from 'react'
import type { Block } from '../../preload/contract/article.ts'
import type { Mark } from '../state/select.ts'
import type { Rows } from '../state/store.ts'
import { lookOf } from '../ui/entity-types.ts'
import { type Segment, segmentsOf } from './segments.ts'

interface Props {
  block: Block
  text: string
  marks: Mark[]
  entities: Rows['entity']
  types: Rows['entityType']
  selectedId: string | null
}

const elements: Record<Block['kind'], string> = {
  title: 'h1',
  heading: 'h2',
  paragraph: 'p',
  quote: 'blockquote',
  listItem: 'p',
  caption: 'p',
  furniture: 'p',
}

/** One block of the article. Only the blocks that a change touches are rendered again. */
export const BlockView = memo(function BlockView({ block, text, marks, entities, types, selectedId }: Props) {
  const element = block.kind === 'heading' && (block.level ?? 2) > 2 ? 'h3' : elements[block.kind]
  return createElement(
    element,
    { className: `block ${block.kind}`, 'data-start': block.start },
    segmentsOf(block.start, block.end, marks).map((segment) => (
      <SegmentView
        key={segment.start}
        segment={segment}
        text={text}
        entities={entities}
        types={types}
        selectedId={selectedId}
      />
    )),
  )
}, same)

function same(a: Props, b: Props): boolean {
  const has = (props: Props) => props.marks.some(({ annotation }) => annotation.id === props.selectedId)
  return (
    a.block === b.block &&
    a.text === b.text &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, index) => mark === b.marks[index]) &&
    ((a.entities === b.entities && a.types === b.types) ||
      !a.marks.some(({ annotation }) => annotation.entityId)) &&
    (a.selectedId === b.selectedId || (!has(a) && !has(b)))
  )
}

interface SegmentProps {
  segment: Segment
  text: string
  entities: Rows['entity']
  types: Rows['entityType']
  selectedId: string | null
}

function SegmentView({ segment, text, entities, types, selectedId }: SegmentProps) {
  const words = text.slice(segment.start, segment.end)
  if (segment.marks.length === 0) return words
  // The shortest passage says most about these words, so its colours are the ones shown.
  const inner = [...segment.marks].sort(
    (a, b) => a.annotation.end - a.annotation.start - (b.annotation.end - b.annotation.start),
  )
  const mention = inner
    .map(({ annotation }) => annotation.entityId && entities.get(annotation.entityId))
    .find(Boolean)
  const tags = [...new Map(inner.flatMap((mark) => mark.tags).map((tag) => [tag.id, tag])).values()]
  const selected = segment.marks.find(({ annotation }) => annotation.id === selectedId)?.annotation
  const style: Record<string, string> = {}
  if (mention) style['--k'] = `var(${lookOf(mention.type, { entityType: types }).color})`
  if (tags[0]) style['--c'] = `var(--tag-${tags[0].color})`
  if (tags[1]) style['--c2'] = `var(--tag-${tags[1].color})`
  const classes = [
    'mark',
    mention && 'mention',
    tags[0] && 'tagged',
    tags[1] && 'twice',
    !mention && !tags[0] && 'noted',
    selected && 'selected',
    selected?.start === segment.start && 'first',
    selected?.end === segment.end && 'last',
  ].filter(Boolean)
  return (
    <mark
      className={classes.join(' ')}
      style={style as CSSProperties}
      data-annotations={segment.marks.map(({ annotation }) => annotation.id).join(' ')}
      data-entities={segment.marks.map(({ annotation }) => annotation.entityId ?? '').join(' ')}
    >
      {words}
    </mark>
  )
}
