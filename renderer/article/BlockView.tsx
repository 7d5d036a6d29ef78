import {
  type CSSProperties,
  createElement,
  memo,
  use,
  useCallback,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { Block } from '../../preload/contract/article.ts'
import { looks } from '../ui/entity-types.ts'
import { describe } from './describe-mark.ts'
import { light } from './lit.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { type TextView, View } from './text-view.ts'

interface Props {
  block: Block
  index: number
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

/** One block of the article. It listens to what is shown in it, and renders again for nothing else. */
export const BlockView = memo(function BlockView({ block, index }: Props) {
  const view = use(View) as TextView
  const shown = useSyncExternalStore(
    useCallback((listener) => view.listen(index, listener), [view, index]),
    () => view.shownIn(index),
  )
  const ref = useRef<HTMLElement>(null)
  const { text } = view.content
  useLayoutEffect(() => {
    if (ref.current && shown && shown.marks.length > 0) light(ref.current)
  }, [shown])
  const element = block.kind === 'heading' && (block.level ?? 2) > 2 ? 'h3' : elements[block.kind]
  const words =
    !shown || shown.marks.length === 0
      ? text.slice(block.start, block.end)
      : segmentsOf(block.start, block.end, shown.marks).map((segment) => (
          <SegmentView key={segment.start} segment={segment} text={text} selectedId={shown.selectedId} />
        ))
  return createElement(
    element,
    {
      ref,
      className: `block ${block.kind}`,
      'data-start': block.start,
      style: { '--length': block.end - block.start },
    },
    words,
  )
})

interface SegmentProps {
  segment: Segment
  text: string
  selectedId: string | null
}

function SegmentView({ segment, text, selectedId }: SegmentProps) {
  const words = text.slice(segment.start, segment.end)
  if (segment.marks.length === 0) return words
  // The shortest passage says most about these words, so its colours are the ones shown.
  const inner = [...segment.marks].sort(
    (a, b) => a.annotation.end - a.annotation.start - (b.annotation.end - b.annotation.start),
  )
  const mention = inner.map(({ entity }) => entity).find(Boolean)
  const tags = [...new Map(inner.flatMap((mark) => mark.tags).map((tag) => [tag.id, tag])).values()]
  const selected = segment.marks.find(({ annotation }) => annotation.id === selectedId)?.annotation
  const style: Record<string, string> = {}
  if (mention) style['--k'] = `var(${looks[mention.type].color})`
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
      aria-description={describe(inner)}
      data-annotations={segment.marks.map(({ annotation }) => annotation.id).join(' ')}
      data-entities={segment.marks.map(({ annotation }) => annotation.entityId ?? '').join(' ')}
    >
      {words}
    </mark>
  )
}
