import { useState } from 'react'
import { kindLines } from '../../preload/contract/looks.ts'
import { kindLook, offeredKinds } from '../network/kinds.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { LineSign } from './LineSign.tsx'
import { Pick } from './Pick.tsx'
import { showForm } from './show-form.ts'

interface Props {
  /** Empty for a new one. */
  kind: string
  /** How many relations are of it. */
  relations: number
  onLeave: () => void
}

/** What a kind of relation is called, everywhere at once, and how it is drawn. */
export function KindForm({ kind, relations, onLeave }: Props) {
  const rows = useStore((state) => state.rows)
  const look = kindLook(kind, rows)
  const [name, setName] = useState(kind)
  const [color, setColor] = useState(look.color)
  const [line, setLine] = useState(look.line)
  const [hasArrow, setArrow] = useState(look.directed === 1)
  const directed = hasArrow ? 1 : 0
  const wanted = name.replace(/\s+/gu, ' ').trim()
  const isTaken = wanted !== kind && offeredKinds(rows).includes(wanted)
  const isDrawn = [...rows.relationKind.values()].some((row) => row.name === kind)
  const save = async () => {
    if (await call('kind.edit', { kind: kind || wanted, name, color, line, arrow: hasArrow })) onLeave()
  }
  return (
    <form
      ref={showForm}
      className="form look-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label>
        {kind ? 'Name, everywhere' : 'Name of the kind'}
        <input
          className="field"
          dir="auto"
          value={name}
          maxLength={200}
          placeholder="pays, trains, shelters …"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {isTaken && (
        <p className="hint">
          There is a kind <bdi>“{wanted}”</bdi>: the two become one, drawn like this.
        </p>
      )}
      {wanted !== kind && relations > 0 && (
        <p className="hint">
          {relations === 1 ? 'One relation gets' : `${relations} relations get`} the new name.
        </p>
      )}
      <Pick
        label="Colour"
        values={[0, 1, 2, 3, 4, 5, 6, 7, 8]}
        chosen={color}
        name={(value) => (value ? `Colour ${value}` : 'Plain')}
        sign={(value) => (
          <i className="swatch" style={{ background: value ? `var(--own-${value})` : 'var(--ink-3)' }} />
        )}
        onChoose={setColor}
      />
      <Pick
        label="Line"
        values={kindLines}
        chosen={line}
        name={(value) => value}
        sign={(value) => <LineSign look={{ color, line: value, directed }} />}
        onChoose={setLine}
      />
      <label className="check">
        <input type="checkbox" checked={hasArrow} onChange={({ target }) => setArrow(target.checked)} />
        With an arrow: the one does it to the other
      </label>
      <div className="row end">
        {isDrawn && (
          <button
            type="button"
            className="button small"
            onClick={async () => {
              if (await call('kind.remove', { kind })) onLeave()
            }}
          >
            Draw plainly
          </button>
        )}
        <button type="button" className="button small" onClick={onLeave}>
          Cancel
        </button>
        <button type="submit" className="button small primary" disabled={wanted === ''}>
          Save
        </button>
      </div>
    </form>
  )
}
