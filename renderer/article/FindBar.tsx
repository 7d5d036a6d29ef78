import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { firstFrom, type Hit, hitsOf } from './find.ts'
import { rangeIn, rangeOf } from './offsets.ts'
import { scrollTo } from './scroll-to.ts'
import type { TextView } from './text-view.ts'

interface Props {
  root: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
  view: TextView
  articleId: string
  /** Shows what is folded away, when a hit stands in it. The same function at every render. */
  unfold: () => void
}

/** Finds words in the article. Leaving it with Escape selects the hit, so that it can be tagged or marked at once. */
export function FindBar({ root, scroller, view, articleId, unfold }: Props) {
  const { text } = view.content
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const from = useRef(0)
  const hits = useMemo(() => hitsOf(text, query), [text, query])
  const hit = hits[Math.min(current, hits.length - 1)]

  useEffect(() => {
    const { passage, selected } = useStore.getState()
    from.current = passage?.start ?? 0
    field.current?.focus()
    if (selected?.kind === 'words' && selected.end - selected.start < 100)
      setQuery(text.slice(selected.start, selected.end))
    return () => {
      CSS.highlights.delete('found')
      CSS.highlights.delete('found-now')
    }
  }, [text])

  // Only the blocks near the view are painted, again whenever their nodes are new.
  useEffect(() => {
    const paint = () => CSS.highlights.set('found', new Highlight(...rangesNear(view, hits)))
    paint()
    return view.whenRendered(paint)
  }, [hits, view])

  useEffect(() => {
    const element = root.current
    if (!element || !hit || !scroller.current) return void CSS.highlights.delete('found-now')
    const paint = () => {
      const range = rangeOf(element, hit.start, hit.end)
      if (range) CSS.highlights.set('found-now', new Highlight(range))
      return range
    }
    if (paint()?.getBoundingClientRect().height === 0) unfold()
    scrollTo(scroller.current, () => rangeOf(element, hit.start, hit.end), { above: 60, below: 20 })
    return view.whenRendered(paint)
  }, [hit, root, scroller, view, unfold])

  const step = (way: 1 | -1) => setCurrent((now) => (now + way + hits.length) % (hits.length || 1))
  const leave = () => {
    const passage = hit && { articleId, ...hit }
    useStore.setState({
      isFinding: false,
      ...(passage ? { selected: { kind: 'words', ...passage }, passage } : {}),
    })
    root.current?.focus({ preventScroll: true })
  }
  return (
    <search className="find" aria-label="In the article">
      <input
        ref={field}
        className="field"
        dir="auto"
        aria-label="Find in the article"
        placeholder="Find in the article"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setCurrent(firstFrom(hitsOf(text, event.target.value), from.current))
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave()
          else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <output aria-live="polite">
        {query.trim() === ''
          ? ''
          : hits.length === 0
            ? 'none'
            : `${hits.indexOf(hit as never) + 1} of ${hits.length}`}
      </output>
      <IconButton label="Previous" onClick={() => step(-1)}>
        <ChevronUp size={14} />
      </IconButton>
      <IconButton label="Next" onClick={() => step(1)}>
        <ChevronDown size={14} />
      </IconButton>
      <IconButton label="Close find" onClick={leave}>
        <X size={14} />
      </IconButton>
    </search>
  )
}

/** The page's ranges of the hits in blocks near the view. A hit that crosses blocks is left out. */
function rangesNear(view: TextView, hits: readonly Hit[]): Range[] {
  const ranges: Range[] = []
  let next = 0
  for (const index of view.near()) {
    const [block, element] = [view.blocks[index], view.element(index)]
    if (!block || !element) continue
    while ((hits[next]?.start ?? Infinity) < block.start) next++
    for (let hit = hits[next]; hit && hit.start < block.end; hit = hits[++next]) {
      const range = hit.end <= block.end ? rangeIn(element, hit.start, hit.end) : null
      if (range) ranges.push(range)
    }
  }
  return ranges
}
