import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { firstFrom, hitsOf } from './find.ts'
import { rangeOf, rangesOf } from './offsets.ts'

interface Props {
  root: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
  articleId: string
  text: string
  /** Shows what is folded away, when a hit stands in it. */
  unfold: () => void
}

/** Painting more hits than this would cost more than it shows; stepping still reaches all. */
const mostPainted = 1000

/** Finds words in the article. Leaving it with Escape selects the hit, so that it can be tagged or marked at once. */
export function FindBar({ root, scroller, articleId, text, unfold }: Props) {
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

  useEffect(() => {
    const element = root.current
    if (!element) return
    CSS.highlights.set('found', new Highlight(...rangesOf(element, hits.slice(0, mostPainted))))
  }, [hits, root])

  useEffect(() => {
    const element = root.current
    const range = hit && element && rangeOf(element, hit.start, hit.end)
    if (!range || !scroller.current) return void CSS.highlights.delete('found-now')
    CSS.highlights.set('found-now', new Highlight(range))
    const box = range.getBoundingClientRect()
    if (box.height === 0) return unfold()
    const view = scroller.current.getBoundingClientRect()
    if (box.top < view.top + 60 || box.bottom > view.bottom - 20)
      scroller.current.scrollBy({ top: box.top - view.top - view.height / 3 })
  })

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
