import { type ReactNode, useState } from 'react'
import { type EntityRow, type RelationEnd, relationEnds } from '../../preload/contract/network.ts'
import { TypeChips } from '../article/TypeChips.tsx'
import { call } from '../state/client.ts'
import { mentionsByEntity, notesByEntity, relationsByEntity, sentenceOf } from '../state/select.ts'
import { type Rows, select, useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { lookOf } from '../ui/entity-types.ts'
import { excerpt } from '../ui/excerpt.ts'

/** Makes two entities of one: what the other is called, and what is about it and not about this one. */
export function SplitDialog({ entityId }: { entityId: string }) {
  const entity = useStore((state) => state.rows.entity.get(entityId))
  return entity ? <Split entity={entity} /> : null
}

function Split({ entity }: { entity: EntityRow }) {
  const rows = useStore((state) => state.rows)
  const [name, setName] = useState('')
  const [type, setType] = useState(lookOf(entity.type, rows).type)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const leave = () => useStore.setState({ open: null })
  const mentions = mentionsByEntity(rows).get(entity.id) ?? []
  const ends = endsAt(rows, entity.id)
  const notes = notesByEntity(rows).get(entity.id) ?? []
  const idsOf = (from: readonly { id: string }[]) => from.map(({ id }) => id).filter((id) => chosen.has(id))
  const split = async () => {
    const made = await call('entity.split', {
      ...{ entityId: entity.id, name, type },
      annotationIds: idsOf(mentions),
      ends: ends.filter(({ id }) => chosen.has(id)).map(({ relationId, end }) => ({ relationId, end })),
      noteIds: idsOf(notes),
    })
    if (!made) return
    leave()
    select({ kind: 'entity', id: made.entityId })
  }
  const list = (title: string, from: { id: string; words: ReactNode }[]) =>
    from.length > 0 && (
      <fieldset className="split-list">
        <legend>{title}</legend>
        {from.map(({ id, words }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={({ target }) => {
                const next = new Set(chosen)
                if (target.checked) next.add(id)
                else next.delete(id)
                setChosen(next)
              }}
            />
            <span dir="auto">{words}</span>
          </label>
        ))}
      </fieldset>
    )
  return (
    <Dialog label="Split an entity" className="split" onLeave={leave}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void split()
        }}
      >
        <h2>
          Split <bdi>“{entity.name}”</bdi>
        </h2>
        <label>
          Name of the new entity
          <input
            className="field"
            dir="auto"
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <TypeChips type={type} onType={setType} />
        <p className="dim">
          What is about the new one? The rest stays.
          {ends.some(({ isLoop }) => isLoop) && ' Of a relation to itself each end is chosen by itself.'}
        </p>
        {list(
          'Mentions',
          mentions.map(({ id, prefix, quote, suffix }) => ({
            id,
            words: (
              <>
                …{prefix}
                <b>{excerpt(quote, 80)}</b>
                {suffix}…
              </>
            ),
          })),
        )}
        {list(
          'Relations',
          ends.map(({ id, sentence, end, isLoop }) => ({
            id,
            words: (
              <>
                {sentence}
                {isLoop && <em> ({end === 'from' ? 'who' : 'to whom'})</em>}
              </>
            ),
          })),
        )}
        {list(
          'Notes',
          notes.map(({ id, body }) => ({ id, words: excerpt(body, 120) })),
        )}
        <div className="row end">
          <button type="button" className="button" onClick={leave}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={name.trim() === ''}>
            Split
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface End {
  id: string
  relationId: string
  end: RelationEnd
  sentence: string
  isLoop: boolean
}

/** The ends of relations that are at an entity: one of each, and both of one to itself. */
function endsAt(rows: Rows, entityId: string): End[] {
  const relations = relationsByEntity(rows).get(entityId) ?? []
  return relations.flatMap((row) =>
    relationEnds
      .filter((end) => row[`${end}Id`] === entityId)
      .map((end) => ({
        ...{ id: `${row.id} ${end}`, relationId: row.id, end },
        ...{ sentence: sentenceOf(rows, row), isLoop: row.fromId === row.toId },
      })),
  )
}
