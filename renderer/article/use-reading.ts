import { useEffect } from 'react'
import type { ArticleContent } from '../../preload/contract/article.ts'
import { markById } from '../state/select.ts'
import { point, select, useStore } from '../state/store.ts'
import { trimmed, wholeGraphemes } from './graphemes.ts'
import { selectedOffsets, selectOffsets } from './offsets.ts'

/** Keeps the words as they are, and tells the store what is selected in them. */
export function useReading(
  root: React.RefObject<HTMLDivElement | null>,
  articleId: string,
  content: ArticleContent,
): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    const refuse = (event: Event) => event.preventDefault()
    const choose = (start: number, end: number) => {
      const passage = { articleId, start, end }
      useStore.setState({ selected: { kind: 'words', ...passage }, passage })
    }
    const onSelection = () => {
      const offsets = selectedOffsets(element)
      if (!offsets) return
      const { open, selected } = useStore.getState()
      if (open) return
      const { start, end } = wholeGraphemes(content, offsets.start, offsets.end)
      if (start < end) choose(start, end)
      else if (selected?.kind === 'words') useStore.setState({ selected: null, passage: null })
    }
    // While the button is down the selection is left alone: it would jump under the pointer.
    const onRelease = (event: MouseEvent) => {
      const offsets = selectedOffsets(element)
      if (!offsets || offsets.start === offsets.end || useStore.getState().open) return
      const whole = wholeGraphemes(content, offsets.start, offsets.end)
      const { start, end } = event.detail === 2 ? trimmed(content.text, whole.start, whole.end) : whole
      if (start !== offsets.start || end !== offsets.end) selectOffsets(element, start, end)
    }
    const annotationsAt = (target: EventTarget | null) =>
      (target instanceof Element
        ? target.closest<HTMLElement>('[data-annotations]')?.dataset.annotations
        : undefined
      )
        ?.split(' ')
        .filter(Boolean) ?? []
    const onClick = (event: MouseEvent) => {
      if (!document.getSelection()?.isCollapsed) return
      const ids = annotationsAt(event.target)
      const { selected } = useStore.getState()
      const rows = useStore.getState().rows.annotation
      // The shortest passage first; clicking again on an overlap takes the next one.
      const order = ids.sort((a, b) => length(rows.get(a)) - length(rows.get(b)))
      const current = selected?.kind === 'annotation' ? order.indexOf(selected.id) : -1
      const next = order[(current + 1) % order.length]
      if (next) select({ kind: 'annotation', id: next })
      else if (selected) select(null)
    }
    const onMove = (event: MouseEvent) => {
      const { rows, lit } = useStore.getState()
      const marks = annotationsAt(event.target).flatMap((id) => markById(rows).get(id) ?? [])
      const entities = marks.flatMap((mark) => mark.annotation.entityId ?? [])
      const relations = marks.flatMap((mark) => mark.evidence.map((row) => row.relationId))
      const next = [...new Set([...entities, ...relations])]
      if (lit.entities.join() !== next.join()) point({ entities: next })
    }
    // Composed input cannot be refused, so it is not begun.
    const onCompose = () => element.blur()
    const listening = new AbortController()
    const { signal } = listening
    for (const event of ['beforeinput', 'dragstart', 'cut'])
      element.addEventListener(event, refuse, { signal })
    element.addEventListener('compositionstart', onCompose, { signal })
    element.addEventListener('click', onClick, { signal })
    element.addEventListener('mousemove', onMove, { signal })
    element.addEventListener('mouseleave', () => point(null), { signal })
    document.addEventListener('mouseup', onRelease, { signal })
    document.addEventListener('selectionchange', onSelection, { signal })
    return () => listening.abort()
  }, [root, articleId, content])
}

const length = (span: { start: number; end: number } | undefined) => (span ? span.end - span.start : 0)
