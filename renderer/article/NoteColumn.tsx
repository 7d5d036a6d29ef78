import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import type { NoteRow } from '../../preload/contract/notes.ts'
import { NoteCard } from '../notes/NoteCard.tsx'
import { useStore } from '../state/store.ts'
import { blockAt } from './block-at.ts'
import { rangeIn } from './offsets.ts'
import { type Placed, placeNotes } from './place-notes.ts'
import type { TextView } from './text-view.ts'

interface Props {
  root: RefObject<HTMLDivElement | null>
  view: TextView
  /** In reading order. */
  notes: readonly NoteRow[]
  activeId: string | null
  draft: React.ReactNode
  draftTop: number
  /** Where the toolbar stands, so that notes make room for it. */
  toolbarTop: number | null
}

/** What a note takes that was never shown, in CSS pixels: three lines and its foot. */
const guessedHeight = 96

/** Notes at the height of their passages. Only those near the view are on the page; where the others would be is reckoned. */
export function NoteColumn({ root, view, notes, activeId, draft, draftTop, toolbarTop }: Props) {
  const column = useRef<HTMLDivElement>(null)
  const heights = useRef(new Map<string, number>())
  const [placed, setPlaced] = useState<(Placed & { note: NoteRow })[]>([])
  const [bottom, setBottom] = useState(0)

  const shown = placed.length
  const isDrafting = draft !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards that came are to be measured
  useLayoutEffect(() => {
    const element = root.current
    const sheet = element?.closest<HTMLElement>('.sheet')
    const scroller = sheet?.parentElement
    if (!element || !sheet || !scroller) return
    // Nothing to place: to look at the page would cost a layout at each selection.
    if (notes.length === 0) return setPlaced((now) => (now.length === 0 ? now : []))
    let last = ''
    let lookedAt = 0
    const place = () => {
      // All that is read of the page, before anything is written to it.
      const base = sheet.getBoundingClientRect().top
      const screen = scroller.clientHeight
      lookedAt = scroller.scrollTop
      for (const card of column.current?.querySelectorAll<HTMLElement>('.at-line[data-note]:not(.brief)') ??
        [])
        heights.current.set(card.dataset.note ?? '', card.offsetHeight)
      const draftHeight = column.current?.querySelector<HTMLElement>('.draft')?.offsetHeight
      const toolbar = sheet.querySelector<HTMLElement>('.toolbar')?.offsetHeight
      const taken: [number, number][] = []
      if (draftHeight !== undefined) taken.push([draftTop, draftTop + draftHeight])
      if (toolbar !== undefined && toolbarTop !== null) taken.push([toolbarTop, toolbarTop + toolbar])
      const near = new Set(view.near())
      const { annotation } = useStore.getState().rows
      const beside = notes.map((note) => ({
        line: lineOf(view, annotation.get(note.annotationId ?? ''), near) - base,
        height: heights.current.get(note.id) ?? guessedHeight,
        isActive: note.annotationId === activeId,
      }))
      const all = placeNotes(beside, taken)
      const seen = all.flatMap((each, index) => {
        const isNear = each.top > lookedAt - screen && each.top < lookedAt + 2 * screen
        const note = notes[index]
        return isNear && note ? [{ ...each, note }] : []
      })
      const look = seen.map((each) => `${each.note.id} ${each.top} ${each.isBrief}`).join()
      if (look === last) return
      last = look
      setPlaced(seen)
      setBottom(all.reduce((most, { top }, index) => Math.max(most, top + (beside[index]?.height ?? 0)), 0))
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    for (const card of column.current?.children ?? []) observer.observe(card)
    const onScroll = () => {
      if (Math.abs(scroller.scrollTop - lookedAt) > scroller.clientHeight / 2) place()
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    const stop = view.whenRendered(place)
    return () => {
      observer.disconnect()
      scroller.removeEventListener('scroll', onScroll)
      stop()
    }
  }, [root, view, notes, activeId, draftTop, toolbarTop, isDrafting, shown])

  const known = new Set(notes.map(({ id }) => id))
  return (
    <div ref={column} style={{ height: notes.length > 0 ? bottom : undefined }}>
      {draft && (
        <div className="at-line draft" style={{ top: draftTop }}>
          {draft}
        </div>
      )}
      {placed.map(
        ({ note, top, isBrief }) =>
          known.has(note.id) && (
            <div
              key={note.id}
              className={isBrief ? 'at-line brief' : 'at-line'}
              data-note={note.id}
              style={{ top }}
            >
              <NoteCard noteId={note.id} annotationId={note.annotationId} />
            </div>
          ),
      )}
    </div>
  )
}

/** Where a passage begins, in CSS pixels of the window. Far from the view it is told from the box around it: words there have no layout. */
function lineOf(view: TextView, annotation: AnnotationRow | undefined, near: ReadonlySet<number>): number {
  if (!annotation) return 0
  const index = blockAt(view.blocks, annotation.start)
  const [block, element] = [view.blocks[index], view.element(index)]
  if (!block || !element) return 0
  if (near.has(index)) {
    const rect = rangeIn(
      element,
      annotation.start,
      Math.min(annotation.end, block.end),
    )?.getBoundingClientRect()
    if (rect && rect.height > 0) return rect.top
  }
  const around = view.around(index)
  if (!around) return 0
  const box = around.element.getBoundingClientRect()
  return box.top + (box.height * (annotation.start - around.start)) / Math.max(1, around.end - around.start)
}
