import { useState } from 'react'
import { kindLook, offeredKinds } from '../network/kinds.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { KindForm } from './KindForm.tsx'
import { LineSign } from './LineSign.tsx'
import { TypeForm } from './TypeForm.tsx'

/** The types of entity of one's own, and how the kinds of relation are drawn. */
export function LooksDialog() {
  const leave = () => useStore.setState({ open: null })
  return (
    <Dialog label="Types and kinds" className="looks" onLeave={leave}>
      <div className="looks-columns">
        <Types />
        <Kinds />
      </div>
      <div className="row end">
        <button type="button" className="button" onClick={leave}>
          Done
        </button>
      </div>
    </Dialog>
  )
}

/** How many rows have each of the names. */
function countBy<Row>(rows: Iterable<Row>, name: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(name(row), (counts.get(name(row)) ?? 0) + 1)
  return counts
}

function Types() {
  const rows = useStore((state) => state.rows)
  const [open, setOpen] = useState<string | null>(null)
  const counts = countBy(rows.entity.values(), (row) => row.type)
  const types = [...rows.entityType.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const close = () => setOpen(null)
  return (
    <section aria-label="Types of your own">
      <h2>Types of your own</h2>
      <ul className="look-list">
        {types.map((type) => (
          <li key={type.id}>
            <button
              type="button"
              className="look-row"
              aria-expanded={open === type.id}
              onClick={() => setOpen(open === type.id ? null : type.id)}
            >
              <TypeIcon type={type.name} />
              <bdi>{type.name}</bdi>
              <span>{counts.get(type.name) ?? 0}</span>
            </button>
            {open === type.id && (
              <TypeForm type={type} entities={counts.get(type.name) ?? 0} onLeave={close} />
            )}
          </li>
        ))}
      </ul>
      {open === 'new' && <TypeForm onLeave={close} entities={0} />}
      {/* Hidden, not gone: the focus comes back to it. */}
      <button type="button" className="link" hidden={open === 'new'} onClick={() => setOpen('new')}>
        New type
      </button>
    </section>
  )
}

function Kinds() {
  const rows = useStore((state) => state.rows)
  const [open, setOpen] = useState<string | null>(null)
  const counts = countBy(rows.relation.values(), (row) => row.kind)
  const close = () => setOpen(null)
  return (
    <section aria-label="Kinds of relation">
      <h2>Kinds of relation</h2>
      <ul className="look-list">
        {offeredKinds(rows).map((kind) => (
          <li key={kind}>
            <button
              type="button"
              className="look-row"
              aria-expanded={open === kind}
              onClick={() => setOpen(open === kind ? null : kind)}
            >
              <LineSign look={kindLook(kind, rows)} />
              <bdi>{kind}</bdi>
              <span>{counts.get(kind) ?? ''}</span>
            </button>
            {open === kind && <KindForm kind={kind} relations={counts.get(kind) ?? 0} onLeave={close} />}
          </li>
        ))}
      </ul>
      {open === '' && <KindForm kind="" relations={0} onLeave={close} />}
      <button type="button" className="link" hidden={open === ''} onClick={() => setOpen('')}>
        New kind
      </button>
    </section>
  )
}
