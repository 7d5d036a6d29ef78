import type cytoscape from 'cytoscape'
import { Maximize2, Spline, Square, Workflow } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { canRun, runAction } from '../actions/run.ts'
import { RelationPicker } from '../article/RelationPicker.tsx'
import { NoteEditor } from '../notes/NoteEditor.tsx'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { allLooks } from '../ui/entity-types.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { makeBoard } from './board.ts'
import { DrawRelation } from './DrawRelation.tsx'
import { EntityInspector } from './EntityInspector.tsx'
import { RelationInspector } from './RelationInspector.tsx'

export function NetworkPane() {
  const isRead = useStore((state) => state.isRead)
  // Another case is another picture: the board is made anew with it.
  const caseId = useStore((state) => state.info?.id)
  return (
    <section className="board" aria-label="Network" aria-busy={!isRead}>
      {isRead ? <BoardView key={caseId} /> : <p className="hint center late">Reading the network…</p>}
    </section>
  )
}

function BoardView() {
  const container = useRef<HTMLDivElement>(null)
  const [cy, setCy] = useState<cytoscape.Core | null>(null)
  const rows = useStore((state) => state.rows)
  const entities = rows.entity
  const relations = useStore((state) => state.rows.relation.size)
  useEffect(() => {
    if (!container.current) return
    const board = makeBoard(container.current)
    setCy(board.cy)
    return () => {
      setCy(null)
      board.destroy()
    }
  }, [])
  const used = new Set(Array.from(entities.values(), (entity) => entity.type))
  const looks = allLooks(rows).filter((look) => used.has(look.type))
  return (
    <>
      <Tools />
      <div
        ref={container}
        className="canvas"
        role="img"
        aria-label={`Network of ${entities.size} entities and ${relations} relations. The Entities tab lists them.`}
      />
      {cy && <DrawRelation cy={cy} />}
      {entities.size === 0 && (
        <p className="hint center">
          Entities you mark in the text appear here, joined by the relations you draw.
        </p>
      )}
      {looks.length > 0 && (
        <ul className="legend" aria-label="Types of entity">
          {looks.map(({ key, type, label, color }) => (
            <li key={key} style={{ color: `var(${color})` }}>
              <TypeIcon type={type} size={12} /> <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Panel />
    </>
  )
}

function Tools() {
  const state = useStore()
  const tools = [
    { id: 'network.fit', label: 'Fit in view', icon: <Maximize2 size={15} /> },
    {
      id: 'network.arrange',
      label: state.arranging ? 'Stop arranging' : 'Arrange',
      icon: state.arranging ? <Square size={13} /> : <Workflow size={15} />,
    },
    { id: 'passage.relation', label: 'Make a relation', icon: <Spline size={15} /> },
  ] as const
  return (
    <div className="board-tools" role="toolbar" aria-label="Network">
      {tools.map(({ id, label, icon }) => (
        <button
          key={id}
          type="button"
          className="icon"
          aria-label={label}
          title={label}
          disabled={!canRun(id, state)}
          onClick={() => runAction(id)}
        >
          {icon}
        </button>
      ))}
    </div>
  )
}

/** What stands over the board: the inspector of what is chosen, or what is being asked. */
function Panel() {
  const selected = useStore((state) => state.selected)
  const open = useStore((state) => state.open)
  const gathering = useStore((state) => state.gathering)
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
  if (selected?.kind === 'entity') return <EntityInspector key={selected.id} entityId={selected.id} />
  const relationId = selected === null || selected.kind === 'words' ? gathering : null
  const shown = selected?.kind === 'relation' ? selected.id : relationId
  return shown && <RelationInspector key={shown} relationId={shown} />
}
