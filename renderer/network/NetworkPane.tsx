import type cytoscape from 'cytoscape'
import { useEffect, useRef, useState } from 'react'
import { RelationPicker } from '../article/RelationPicker.tsx'
import { NoteEditor } from '../notes/NoteEditor.tsx'
import { call } from '../state/client.ts'
import { relationsByEntity, sentenceOf } from '../state/select.ts'
import { type Open, type Rows, useStore } from '../state/store.ts'
import { lookOf } from '../ui/entity-types.ts'
import { BoardTools } from './BoardTools.tsx'
import { makeBoard } from './board.ts'
import { DrawRelation } from './DrawRelation.tsx'
import { EntityInspector } from './EntityInspector.tsx'
import { Legend } from './Legend.tsx'
import { ManyPanel } from './ManyPanel.tsx'
import { MeasuredBoard } from './MeasuredBoard.tsx'
import { NameForm } from './NameForm.tsx'
import { NetworkTable } from './NetworkTable.tsx'
import { PathsPanel } from './PathsPanel.tsx'
import { usePicture } from './picture.ts'
import { RelationInspector } from './RelationInspector.tsx'
import { TimelineStrip } from './TimelineStrip.tsx'

export function NetworkPane() {
  const isRead = useStore((state) => state.isRead)
  // Another case is another picture: the board is made anew with it.
  const caseId = useStore((state) => state.info?.id)
  return (
    <section className="network" aria-label="Network" aria-busy={!isRead}>
      {isRead ? <BoardView key={caseId} /> : <p className="hint center late">Reading the network…</p>}
    </section>
  )
}

function BoardView() {
  const container = useRef<HTMLDivElement>(null)
  const [cy, setCy] = useState<cytoscape.Core | null>(null)
  const rows = useStore((state) => state.rows)
  const selected = useStore((state) => state.selected)
  const { isTable, isStrip, open, isLasso } = usePicture()
  useEffect(() => {
    if (!container.current || isTable) return
    const board = makeBoard(container.current)
    setCy(board.cy)
    return () => {
      setCy(null)
      board.destroy()
    }
  }, [isTable])
  return (
    <div className={`board ${isStrip ? 'with-strip' : ''} ${isTable ? 'as-table' : ''}`}>
      <BoardTools />
      {open === 'name-view' && <NameForm of="view" />}
      {open === 'name-group' && <NameForm of="group" />}
      {isTable ? (
        <NetworkTable />
      ) : (
        <>
          <div
            ref={container}
            className="canvas"
            style={isLasso ? { cursor: 'crosshair' } : undefined}
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, those of board-keys.ts
            tabIndex={0}
            aria-label={`Network of ${rows.entity.size} entities and ${rows.relation.size} relations. Arrow keys go from one to the next; Network as a table lists them.`}
          />
          <p className="unseen" aria-live="polite">
            {selected?.kind === 'entity' && spoken(rows, selected.id)}
          </p>
          {cy && <DrawRelation cy={cy} />}
          {cy && <MeasuredBoard cy={cy} />}
          {rows.entity.size === 0 && (
            <p className="hint center">
              Entities you mark in the text appear here, joined by the relations you draw.
            </p>
          )}
          <Legend />
        </>
      )}
      {isStrip && <TimelineStrip />}
      <Panel />
    </div>
  )
}

/** An entity as it is read out: "Kerman, place, 2 relations: ISIS-K attacked Kerman; …" */
function spoken(rows: Rows, id: string): string {
  const entity = rows.entity.get(id)
  if (!entity) return ''
  const relations = relationsByEntity(rows).get(id) ?? []
  const sentences = relations.slice(0, 5).map((relation) => sentenceOf(rows, relation))
  if (relations.length > 5) sentences.push(`and ${relations.length - 5} more`)
  const count = `${relations.length} ${relations.length === 1 ? 'relation' : 'relations'}`
  return `${entity.name}, ${lookOf(entity.type, rows).label}, ${count}${sentences.length > 0 ? ': ' : ''}${sentences.join('; ')}`
}

type NoteOn = Extract<Open, { what: 'writeNote' }>['on']

function WhoseNote({ on }: { on: NoteOn }) {
  const rows = useStore((state) => state.rows)
  return <bdi>Note on {nameOfOn(rows, on)}</bdi>
}

function nameOfOn(rows: Rows, on: NoteOn): string {
  if ('wholeCase' in on) return 'the case'
  if ('articleId' in on) return `“${rows.article.get(on.articleId)?.title ?? '…'}”`
  if ('entityId' in on) return `“${rows.entity.get(on.entityId)?.name ?? '…'}”`
  const relation = rows.relation.get(on.relationId)
  return relation ? `“${sentenceOf(rows, relation)}”` : '…'
}

/** What stands over the board: the inspector of what is chosen, or what is being asked. */
function Panel() {
  const selected = useStore((state) => state.selected)
  const open = useStore((state) => state.open)
  const gathering = useStore((state) => state.gathering)
  const { picked, pickedGroups, between } = usePicture()
  const leave = () => useStore.setState({ open: null })
  const isOnText = selected?.kind === 'words' || selected?.kind === 'annotation'
  if (open?.what === 'relation' && (open.fromId || !isOnText))
    return (
      <div className="inspector">
        <RelationPicker
          key={`${open.fromId} ${open.toId}`}
          onLeave={leave}
          fromId={open.fromId}
          toId={open.toId}
        />
      </div>
    )
  if (open?.what === 'writeNote') {
    const { on } = open
    return (
      <div className="inspector">
        <h3>
          <WhoseNote on={on} />
        </h3>
        <NoteEditor
          body=""
          onLeave={leave}
          onSave={async (body) => {
            if (await call('note.write', { on, body })) leave()
          }}
        />
      </div>
    )
  }
  if (between && !selected) return <PathsPanel from={between[0]} to={between[1]} />
  const isMany = picked.length > 1 || pickedGroups.length > 0
  if (isMany && !selected) return <ManyPanel />
  if (selected?.kind === 'entity') return <EntityInspector key={selected.id} entityId={selected.id} />
  const relationId = selected === null || selected.kind === 'words' ? gathering : null
  const shown = selected?.kind === 'relation' ? selected.id : relationId
  return shown && <RelationInspector key={shown} relationId={shown} />
}
