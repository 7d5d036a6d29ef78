import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { actions } from '../../preload/contract/actions.ts'
import { canRun, runAction, tagWith } from '../actions/run.ts'
import { NoteEditor } from '../notes/NoteEditor.tsx'
import { call } from '../state/client.ts'
import { passageNotesByArticle, passageOf, tagsByKey } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'
import { EntityPicker } from './EntityPicker.tsx'
import { MergePicker } from './MergePicker.tsx'
import { NoteColumn } from './NoteColumn.tsx'
import { rangeOf } from './offsets.ts'
import { PassagesHere } from './PassagesHere.tsx'
import { RelationPicker } from './RelationPicker.tsx'
import { TagPicker } from './TagPicker.tsx'
import type { TextView } from './text-view.ts'

interface Props {
  root: RefObject<HTMLDivElement | null>
  view: TextView
  articleId: string
}

/** Beside the text: what can be done with the selection, and the notes at their lines. Never over the selected words. */
export function Margin({ root, view, articleId }: Props) {
  const selected = useStore((state) => state.selected)
  const open = useStore((state) => state.open)
  const annotation = useStore((state) =>
    selected?.kind === 'annotation' ? state.rows.annotation.get(selected.id) : undefined,
  )
  const span = selected?.kind === 'words' ? selected : annotation
  const isHere = span?.articleId === articleId
  const box = useBox(root, isHere ? span : undefined)
  const notes = useStore(useShallow((state) => passageNotesByArticle(state.rows).get(articleId) ?? none))
  const isWriting = open?.what === 'note' && isHere
  const leave = () => {
    useStore.setState({ open: null })
    root.current?.focus({ preventScroll: true })
  }
  return (
    <div className="margin">
      {isHere && box && !open && <Toolbar top={box.top} />}
      {isHere && box && open && ['tag', 'entity', 'relation', 'join'].includes(open.what) && (
        <Pop top={box.bottom + 8}>
          {open.what === 'tag' && <TagPicker onLeave={leave} />}
          {open.what === 'entity' && <EntityPicker onLeave={leave} />}
          {open.what === 'join' && <MergePicker onLeave={leave} />}
          {open.what === 'relation' && (
            <RelationPicker onLeave={leave} fromId={open.fromId} toId={open.toId} />
          )}
        </Pop>
      )}
      <NoteColumn
        root={root}
        view={view}
        notes={notes}
        activeId={selected?.kind === 'annotation' ? selected.id : null}
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
        toolbarTop={isHere && !open && box ? box.top : null}
      />
    </div>
  )
}

const none: never[] = []

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

const shortNames: Record<string, string> = {
  'passage.tag': 'Tag',
  'passage.entity': 'Entity',
  'passage.relation': 'Relation',
  'passage.every': 'Every mention',
  'passage.note': 'Note',
  'passage.invivo': 'Own words',
}
/** The margin offers what is done all day; the menu of the passage has the rest too. */
const offered = actions.filter((action) => action.id in shortNames)

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
      <PassagesHere />
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
