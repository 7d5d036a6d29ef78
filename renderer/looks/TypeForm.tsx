import { useState } from 'react'
import type { EntityTypeRow } from '../../preload/contract/board.ts'
import { type Shape, shapes, typeIcons } from '../../preload/contract/looks.ts'
import { ask } from '../state/ask.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { iconAddress } from '../ui/entity-types.ts'
import { typeIconSources } from '../ui/type-icons.ts'
import { Pick } from './Pick.tsx'
import { ShapeSign } from './ShapeSign.tsx'
import { showForm } from './show-form.ts'

type Icon = (typeof typeIcons)[number]

interface Props {
  /** Left out for a new one. */
  type?: EntityTypeRow
  /** How many entities have it. */
  entities: number
  onLeave: () => void
}

/** A type of entity of one's own: its name, icon, colour and shape. */
export function TypeForm({ type, entities, onLeave }: Props) {
  const [name, setName] = useState(type?.name ?? '')
  const [icon, setIcon] = useState<Icon>(typeIcons.find((each) => each === type?.icon) ?? 'tag')
  const [shape, setShape] = useState<Shape>(shapes.find((each) => each === type?.shape) ?? 'ellipse')
  const [color, setColor] = useState(type?.color ?? 1)
  const ink = { color: `var(--own-${color})` }
  const save = async () => {
    const look = { name, icon, shape, color }
    const done = type ? await call('type.edit', { typeId: type.id, ...look }) : await call('type.make', look)
    if (done) onLeave()
  }
  const remove = async () => {
    if (!type) return
    const isSure =
      entities === 0 ||
      (await ask({
        title: `Delete the type “${type.name}”?`,
        points: [
          `${entities === 1 ? 'One entity has it and becomes' : `${entities} entities have it and become`} “other”.`,
        ],
        act: 'Delete',
      }))
    if (!isSure) return
    if (await call('type.remove', { typeId: type.id }))
      say({ kind: 'done', text: `Type “${type.name}” deleted.`, undo: true })
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
        Name of the type
        <input
          className="field"
          dir="auto"
          value={name}
          maxLength={200}
          placeholder="vessel, fund, drone …"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Pick
        label="Colour"
        values={[1, 2, 3, 4, 5, 6, 7, 8]}
        chosen={color}
        name={(value) => `Colour ${value}`}
        sign={(value) => <i className="swatch" style={{ background: `var(--own-${value})` }} />}
        onChoose={setColor}
      />
      <div style={ink}>
        <Pick
          label="Shape"
          values={shapes}
          chosen={shape}
          name={(value) => value.replaceAll('-', ' ')}
          sign={(value) => <ShapeSign shape={value} />}
          onChoose={setShape}
        />
      </div>
      <div style={ink} className="icons">
        <Pick
          label="Icon"
          values={typeIcons}
          chosen={icon}
          name={(value) => value.replaceAll('-', ' ')}
          sign={(value) => (
            <i
              className="type-icon"
              style={{
                ...{ width: 15, height: 15, background: 'currentColor' },
                mask: `url("${iconAddress(typeIconSources[value], '#000')}") center / contain no-repeat`,
              }}
            />
          )}
          onChoose={setIcon}
        />
      </div>
      <div className="row end">
        {type && (
          <button type="button" className="button small" onClick={() => void remove()}>
            Delete
          </button>
        )}
        <button type="button" className="button small" onClick={onLeave}>
          Cancel
        </button>
        <button type="submit" className="button small primary" disabled={name.trim() === ''}>
          {type ? 'Save' : 'Make type'}
        </button>
      </div>
    </form>
  )
}
