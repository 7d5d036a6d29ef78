import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { actions } from '../../preload/contract/actions.ts'
import { canRun, runAction, tagWith } from '../actions/run.ts'
import { NoteCard } from '../notes/NoteCard.tsx'
import { NoteEditor } from '../notes/NoteEditor.tsx'
import { call } from '../state/client.ts'
import { type Mark, passageOf, tagsByKey } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'
import { EntityPicker } from './EntityPicker.tsx'
import { rangeOf } from './offsets.ts'
import { RelationPicker } from './RelationPicker.tsx'
import { TagPicker } from './TagPicker.tsx'

interface Props {
  root: RefObject<HTMLDivElement | null>
  articleId: string
  marks: Mark[]
}

/** Beside the text: what can be done with the selection, and the notes at their lines. Never over the selected words. */
export function Margin({ root, articleId, marks }: Props) {
  const selected = useStore((state) => state.selected)
  const open = useStore((state) => state.open)
  const annotation = useStore((state) =>
    selected?.kind === 'annotation' ? state.rows.annotation.get(selected.id) : undefined,
  )
  const span = selected?.kind === 'words' ? selected : annotation
  const isHere = span?.articleId === articleId
  const box = useBox(root, isHere ? span : undefined)
  const notes = marks.flatMap((mark) => mark.notes.map((note) => ({ note, mark })))
  const isWriting = open?.what === 'note' && isHere
  const leave = () => {
    useStore.setState({ open: null })
    root.current?.focus({ preventScroll: true })
  }
  return (
    <div className="margin">
      {isHere && box && !open && <Toolbar top={box.top} />}
      {isHere && box && open && ['tag', 'entity', 'relation'].includes(open.what) && (
        <Pop top={box.bottom + 8}>
          {open.what === 'tag' && <TagPicker onLeave={leave} />}
          {open.what === 'entity' && <EntityPicker onLeave={leave} />}
          {open.what === 'relation' && (
            <RelationPicker onLeave={leave} fromId={open.fromId} toId={open.toId} />
          )}
        </Pop>
      )}
      <NoteColumn
        root={root}
        notes={notes}
        draft={
          isWriting && box ? (
            <NoteEditor
              body=""
              onLeave={leave}
              onSave={async (body) => {
                const passage = passageOf(useStore.getState().selected)
                const written = passage && (await call('note.write', { on: { passage }, body }))
                if (written?.annotationId) select({ kind: 'annotation', id: written.annotationId })
                if (written) leave()
              }}
            />
          ) : null
        }
        draftTop={box ? box.bottom + 8 : 0}
        isCrowded={isHere && !open && box ? box.top : null}
      />
    </div>
  )
}

/** What is asked about the selection, below it. The text scrolls where it would be cut off, also when it grows. */
function Pop({ top, children }: { top: number; children: React.ReactNode }) {
  const pop = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = pop.current
    if (!element) return
    const observer = new ResizeObserver(() => element.scrollIntoView({ block: 'nearest' }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={pop} className="pop" style={{ top }}>
      {children}
    </div>
  )
}

/** The box of a span in the sheet, kept right while the text reflows. */
function useBox(root: RefObject<HTMLDivElement | null>, span: { start: number; end: number } | undefined) {
  const [box, setBox] = useState<{ top: number; bottom: number } | null>(null)
  const start = span?.start
  const end = span?.end
  useLayoutEffect(() => {
    const element = root.current
    const sheet = element?.closest<HTMLElement>('.sheet')
    if (!element || !sheet || start === undefined || end === undefined) return setBox(null)
    const measure = () => {
      const rect = rangeOf(element, start, end)?.getBoundingClientRect()
      const base = sheet.getBoundingClientRect().top
      setBox(rect ? { top: rect.top - base, bottom: rect.bottom - base } : null)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [root, start, end])
  return box
}

const offered = actions.filter((action) => action.id.startsWith('passage.'))
const shortNames: Record<string, string> = {
  'passage.tag': 'Tag',
  'passage.entity': 'Entity',
  'passage.relation': 'Relation',
  'passage.every': 'Every mention',
  'passage.note': 'Note',
  'passage.invivo': 'Own words',
}

function Toolbar({ top }: { top: number }) {
  const tags = [...useStore((state) => tagsByKey(state.rows))].slice(0, 4)
  const isMarked = useStore((state) => state.selected?.kind === 'annotation')
  const canMarkEvery = useStore((state) => canRun('passage.every', state))
  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label="Do with the selected passage"
      aria-orientation="vertical"
      style={{ top }}
    >
      {offered
        .filter(({ id }) => id !== 'passage.every' || canMarkEvery)
        .map((action) => (
          <button
            key={action.id}
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => runAction(action.id)}
          >
            <kbd>{'key' in action ? action.key : ''}</kbd>
            {shortNames[action.id]}
          </button>
        ))}
      {isMarked && (
        <button
          type="button"
          onMouseDown={(e) => e.preventDefault()}
          onClick={() => runAction('selection.remove')}
        >
          <kbd>⌫</kbd>Remove
        </button>
      )}
      {tags.length > 0 && (
        <div>
          {tags.map(([key, tag]) => (
            <button
              key={tag.id}
              type="button"
              className="dot"
              title={tag.name}
              aria-label={`Tag “${tag.name}”`}
              style={{ '--c': `var(--tag-${tag.color})` } as React.CSSProperties}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => tagWith(tag.id)}
            >
              {key}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

interface ColumnProps {
  root: RefObject<HTMLDivElement | null>
  notes: { note: { id: string; body: string }; mark: Mark }[]
  draft: React.ReactNode
  draftTop: number
  /** Where the toolbar stands, so that notes make room for it. */
  isCrowded: number | null
}

const gap = 10

/** Notes at the height of their passages, pushed down where they would overlap. */
function NoteColumn({ root, notes, draft, draftTop, isCrowded }: ColumnProps) {
  const column = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = root.current
    const sheet = element?.closest<HTMLElement>('.sheet')
    if (!element || !sheet) return
    const place = () => {
      const base = sheet.getBoundingClientRect().top
      const toolbar = sheet.querySelector<HTMLElement>('.toolbar')?.offsetHeight ?? 0
      const crowdedTo = isCrowded === null ? 0 : isCrowded + toolbar + gap
      let free = 0
      for (const card of column.current?.querySelectorAll<HTMLElement>('.at-line') ?? []) {
        const own = card.dataset.top
        const rect = own
          ? null
          : rangeOf(element, Number(card.dataset.from), Number(card.dataset.to))?.getBoundingClientRect()
        let top = Math.max(own ? Number(own) : (rect?.top ?? base) - base, free)
        if (!own && isCrowded !== null && top < crowdedTo && top + card.offsetHeight > isCrowded)
          top = crowdedTo
        card.style.top = `${top}px`
        free = top + card.offsetHeight + gap
      }
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    for (const card of column.current?.children ?? []) observer.observe(card)
    return () => observer.disconnect()
  })
  const items = notes.map(({ note, mark }) => ({ start: mark.annotation.start, note, mark }))
  return (
    <div ref={column}>
      {draft && (
        <div className="at-line" data-top={draftTop}>
          {draft}
        </div>
      )}
      {items.map(({ note, mark }) => (
        <div
          key={note.id}
          className="at-line"
          data-from={mark.annotation.start}
          data-to={mark.annotation.end}
        >
          <NoteCard noteId={note.id} mark={mark} />
        </div>
      ))}
    </div>
  )
}
