import { type RefObject, useState } from 'react'
import { goTo, topOf } from './place.ts'
import type { TextView } from './text-view.ts'

interface Props {
  view: TextView
  scroller: RefObject<HTMLDivElement | null>
  onLeave: () => void
}

/** The article's headings; the one that what is in view stands under is marked. */
export function Outline({ view, scroller, onLeave }: Props) {
  const { text } = view.content
  const headings = view.blocks.filter(({ kind }) => kind === 'title' || kind === 'heading')
  const [here] = useState(() => {
    // A heading in the upper third is where one is, not the one before it.
    const top = scroller.current ? topOf(view, scroller.current) + 300 : 0
    return headings.findLast(({ start }) => start <= top) ?? headings[0]
  })
  if (headings.length === 0) return <p className="hint">This article has no headings.</p>
  return (
    <ol className="outline">
      {headings.map((heading) => (
        <li key={heading.start} data-level={heading.kind === 'title' ? 1 : (heading.level ?? 2)}>
          <button
            type="button"
            dir="auto"
            aria-current={heading === here ? 'location' : undefined}
            onClick={() => {
              onLeave()
              if (scroller.current) goTo(view, scroller.current, heading.start, () => true)
            }}
          >
            {text.slice(heading.start, heading.end)}
          </button>
        </li>
      ))}
    </ol>
  )
}
