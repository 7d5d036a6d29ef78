import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import type { ArticleContent } from '../../preload/contract/article.ts'
import { wholeGraphemes } from './graphemes.ts'
import { offsetAtPoint, rangeOf } from './offsets.ts'
import { resize } from './reshape-doings.ts'
import { nearestEdge } from './word-edges.ts'

/**
 * Moves one end of a passage with the pointer until it is let go: from word to word, with Alt from letter to letter. Escape leaves
 * it as it was. An end that is drawn over the other one turns the passage round.
 */
export function dragEnd(
  root: HTMLElement,
  content: ArticleContent,
  annotation: AnnotationRow,
  edge: 'start' | 'end',
): void {
  const fixed = edge === 'start' ? annotation.end : annotation.start
  let span = { start: annotation.start, end: annotation.end }
  const listening = new AbortController()
  const leave = () => {
    listening.abort()
    CSS.highlights.delete('resizing')
    document.documentElement.classList.remove('resizing')
  }
  const onMove = (event: PointerEvent) => {
    const at = offsetAtPoint(root, event.clientX, event.clientY)
    if (at === null) return
    const moved = event.altKey ? at : nearestEdge(content.text, at)
    const next = wholeGraphemes(content, Math.min(moved, fixed), Math.max(moved, fixed))
    // A passage keeps some words, however far its end is drawn.
    if (content.text.slice(next.start, next.end).trim() === '') return
    span = next
    const range = rangeOf(root, span.start, span.end)
    if (range) CSS.highlights.set('resizing', new Highlight(range))
  }
  const onUp = () => {
    leave()
    if (span.start !== annotation.start || span.end !== annotation.end)
      void resize(annotation.id, span.start, span.end)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  const { signal } = listening
  // The grip would be what lies below the pointer, and not the words.
  document.documentElement.classList.add('resizing')
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', onUp, { signal })
  window.addEventListener('pointercancel', leave, { signal })
  window.addEventListener('keydown', onKey, { signal, capture: true })
}
