import { useEffect } from 'react'
import type { ArticleContent } from '../../preload/contract/article.ts'
import { marks, passageOf } from '../state/select.ts'
import { point, select, useStore } from '../state/store.ts'
import { trimmed, wholeGraphemes } from './graphemes.ts'
import { selectedOffsets, selectOffsets } from './offsets.ts'
import { innermostFirst, lastCaret, nextOutward, rememberCaret } from './overlaps.ts'

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
    /** What of the page's selection was heard of last, as offsets. */
    let heard = ''
    const onSelection = () => {
      const offsets = selectedOffsets(element)
      if (!offsets) return
      heard = `${offsets.start} ${offsets.end}`
      const { open, selected } = useStore.getState()
      if (open) return
      const { start, end } = wholeGraphemes(content, offsets.start, offsets.end)
      rememberCaret(articleId, end)
      // The page says that its selection changed when a new passage was painted below it: the passage stays the one selected.
      const chosen = selected?.kind === 'annotation' && useStore.getState().rows.annotation.get(selected.id)
      const words = trimmed(content.text, start, end)
      if (chosen && chosen.start === words.start && chosen.end === words.end) return
      // White space alone is nothing to act on.
      if (content.text.slice(start, end).trim() !== '') choose(start, end)
      else if (selected?.kind === 'words') useStore.setState({ selected: null, passage: null })
    }
    // The page tells of a new selection a moment later than of a key that was pressed for it.
    const onKey = () => {
      const offsets = selectedOffsets(element)
      if (offsets && `${offsets.start} ${offsets.end}` !== heard) onSelection()
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
    const marksOf = (ids: string[]) => {
      const all = marks(useStore.getState().rows)
      return innermostFirst(ids.flatMap((id) => all.get(id) ?? []))
    }
    /** The passages on the words that were clicked last. */
    let clicked = ''
    const onClick = (event: MouseEvent) => {
      if (!document.getSelection()?.isCollapsed) return
      const ids = annotationsAt(event.target)
      const { selected } = useStore.getState()
      // The innermost passage first; another click on the same words takes the next one outwards.
      const isAgain = ids.join() === clicked && selected?.kind === 'annotation'
      clicked = ids.join()
      const next = nextOutward(marksOf(ids), isAgain ? selected.id : null)
      if (next) select({ kind: 'annotation', id: next.annotation.id })
      else if (selected) select(null)
    }
    /** A menu for what is selected, or else for the innermost passage that was pointed at. */
    const onMenu = (event: MouseEvent) => {
      const [inner, ...outer] = marksOf(annotationsAt(event.target))
      const { selected } = useStore.getState()
      const isChosen =
        selected?.kind === 'words' ||
        [inner, ...outer].some(
          (mark) => selected?.kind === 'annotation' && mark?.annotation.id === selected.id,
        )
      if (inner && !isChosen) select({ kind: 'annotation', id: inner.annotation.id })
      if (passageOf(useStore.getState().selected) === null) return
      event.preventDefault()
      useStore.setState({ open: { what: 'menu', x: event.clientX, y: event.clientY } })
    }
    const onMove = (event: MouseEvent) => {
      const { rows, lit } = useStore.getState()
      const here = annotationsAt(event.target).flatMap((id) => marks(rows).get(id) ?? [])
      const entities = here.flatMap((mark) => mark.annotation.entityId ?? [])
      const relations = here.flatMap((mark) => mark.evidence.map((row) => row.relationId))
      const next = [...new Set([...entities, ...relations])]
      if (lit.entities.join() !== next.join()) point({ entities: next })
    }
    // The page puts the caret at the very beginning where it was in a field meanwhile: reading by keys goes on where it was.
    const onFocus = () => {
      const at = lastCaret(articleId)
      if (at === null) return
      // The page puts it there only after it has said so.
      queueMicrotask(() => {
        if (selectedOffsets(element)?.end === 0) selectOffsets(element, at, at)
      })
    }
    // Composed input cannot be refused, so it is not begun.
    const onCompose = () => element.blur()
    const listening = new AbortController()
    const { signal } = listening
    for (const event of ['beforeinput', 'dragstart', 'cut'])
      element.addEventListener(event, refuse, { signal })
    element.addEventListener('focus', onFocus, { signal })
    element.addEventListener('compositionstart', onCompose, { signal })
    element.addEventListener('click', onClick, { signal })
    element.addEventListener('contextmenu', onMenu, { signal })
    element.addEventListener('mousemove', onMove, { signal })
    element.addEventListener('mouseleave', () => point(null), { signal })
    document.addEventListener('mouseup', onRelease, { signal })
    document.addEventListener('selectionchange', onSelection, { signal })
    document.addEventListener('keydown', onKey, { signal, capture: true })
    return () => listening.abort()
  }, [root, articleId, content])
}
