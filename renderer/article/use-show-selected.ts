import { useEffect, useRef } from 'react'
import type { ArticleContent } from '../../preload/contract/article.ts'
import { useStore } from '../state/store.ts'
import { wholeGraphemes } from './graphemes.ts'
import { rangeOf, selectedOffsets, selectOffsets } from './offsets.ts'
import { scrollTo } from './scroll-to.ts'

/**
 * Shows what is selected, whoever selected it: scrolls to it when it is out of sight, puts the page's own selection on it
 * again after a picker took the focus, and keeps it painted while the picker has it.
 */
export function useShowSelected(
  root: React.RefObject<HTMLDivElement | null>,
  scroller: React.RefObject<HTMLDivElement | null>,
  content: ArticleContent,
): void {
  const selected = useStore((state) => state.selected)
  const isOpen = useStore((state) => state.open !== null)
  const seen = useRef<typeof selected>(null)
  useEffect(() => {
    CSS.highlights.delete('selected')
    const annotation =
      selected?.kind === 'annotation' ? useStore.getState().rows.annotation.get(selected.id) : undefined
    const span = selected?.kind === 'words' ? selected : annotation
    const element = root.current
    const range = span && element && rangeOf(element, span.start, span.end)
    if (!range || !scroller.current) return
    // Only once: what opens and closes above the desk is no reason to go back there.
    if (selected !== seen.current)
      scrollTo(scroller.current, () => rangeOf(element, span.start, span.end), { above: 20, below: 20 })
    seen.current = selected
    if (selected?.kind !== 'words') return
    if (isOpen) return void CSS.highlights.set('selected', new Highlight(range))
    const shown = selectedOffsets(element)
    const whole = shown && wholeGraphemes(content, shown.start, shown.end)
    if (whole?.start === selected.start && whole.end === selected.end) return
    element.focus({ preventScroll: true })
    selectOffsets(element, selected.start, selected.end)
  }, [selected, isOpen, root, scroller, content])
}
