import { Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { onOneLine } from '../../preload/contract/line.ts'
import type { EntityRow } from '../../preload/contract/network.ts'
import { runAction } from '../actions/run.ts'
import { TypeChips } from '../article/TypeChips.tsx'
import { NoteCard } from '../notes/NoteCard.tsx'
import { call } from '../state/client.ts'
import { evidenceByRelation, mentionsByEntity, relationsByEntity } from '../state/select.ts'
import { point, select, useStore } from '../state/store.ts'
import { looks } from '../ui/entity-types.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { Passage } from './Passage.tsx'

/** An entity with all that the case knows of it. */
export function EntityInspector({ entityId }: { entityId: string }) {
  const rows = useStore((state) => state.rows)
  const [isEditing, setEditing] = useState(false)
  const entity = rows.entity.get(entityId)
  if (!entity) return null
  const mentions = mentionsByEntity(rows).get(entityId) ?? []
  const relations = relationsByEntity(rows).get(entityId) ?? []
  const notes = [...rows.note.values()].filter((note) => note.entityId === entityId)
  return (
    <section className="inspector" aria-label={entity.name}>
      <header>
        <span
          className="type-badge"
          style={{ '--k': `var(${looks[entity.type].color})` } as React.CSSProperties}
        >
          <TypeIcon type={entity.type} size={16} />
        </span>
        <div>
          <b dir="auto">{entity.name}</b>
          <small>
            {looks[entity.type].label} · {mentions.length} {mentions.length === 1 ? 'mention' : 'mentions'}
          </small>
        </div>
        <IconButton label="Edit entity" title="Edit" onClick={() => setEditing(!isEditing)}>
          <Pencil size={13} />
        </IconButton>
        <IconButton label="Close" onClick={() => select(null)}>
          <X size={14} />
        </IconButton>
      </header>
      {isEditing ? (
        <EntityForm entity={entity} onLeave={() => setEditing(false)} />
      ) : (
        <>
          {entity.aliases && (
            <p className="alias">
              also: <bdi>{entity.aliases.split('\n').map(onOneLine).join(', ')}</bdi>
            </p>
          )}
          {entity.description && (
            <p className="about" dir="auto">
              {entity.description}
            </p>
          )}
          <h3>
            Relations <span>passages</span>
          </h3>
          <ul className="lines">
            {relations.map((relation) => {
              const isFrom = relation.fromId === entityId
              const other = rows.entity.get(isFrom ? relation.toId : relation.fromId)
              return (
                <li key={relation.id}>
                  <button
                    type="button"
                    onMouseEnter={() => point({ entities: [relation.id] })}
                    onMouseLeave={() => point(null)}
                    onClick={() => select({ kind: 'relation', id: relation.id })}
                  >
                    {isFrom ? (
                      <>
                        <em dir="auto">{relation.kind}</em> <bdi>{other?.name}</bdi>
                      </>
                    ) : (
                      <>
                        <bdi>{other?.name}</bdi>{' '}
                        <em>
                          <bdi>{relation.kind}</bdi> it
                        </em>
                      </>
                    )}
                    <span>{evidenceByRelation(rows).get(relation.id)?.length ?? 0}</span>
                  </button>
                </li>
              )
            })}
          </ul>
          <button type="button" className="link" onClick={() => runAction('passage.relation')}>
            Make a relation
          </button>
          <h3>
            Mentions <span>{mentions.length}</span>
          </h3>
          {mentions.map((annotation) => (
            <Passage key={annotation.id} annotation={annotation} />
          ))}
          <h3>Notes</h3>
          {notes.map((note) => (
            <NoteCard key={note.id} noteId={note.id} />
          ))}
          <button
            type="button"
            className="link"
            onClick={() => useStore.setState({ open: { what: 'writeNote', on: { entityId } } })}
          >
            Write a note
          </button>
        </>
      )}
    </section>
  )
}

function EntityForm({ entity, onLeave }: { entity: EntityRow; onLeave: () => void }) {
  const [draft, setDraft] = useState(entity)
  const field = (name: 'name' | 'aliases' | 'description', label: string, rows: number) => (
    <label>
      {label}
      <textarea
        className="field"
        rows={rows}
        value={draft[name]}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault()
        await call('entity.edit', {
          entityId: entity.id,
          name: draft.name,
          type: draft.type,
          aliases: draft.aliases.split('\n').filter((alias) => alias.trim() !== ''),
          description: draft.description,
        })
        onLeave()
      }}
    >
      {field('name', 'Name', 1)}
      <TypeChips type={draft.type} onType={(type) => setDraft({ ...draft, type })} />
      {field('aliases', 'Other names, one a line', 2)}
      {field('description', 'Description', 3)}
      <div className="row end">
        <button type="button" className="button small" onClick={() => runAction('selection.remove')}>
          Delete
        </button>
        <button type="button" className="button small" onClick={onLeave}>
          Cancel
        </button>
        <button type="submit" className="button small primary">
          Save
        </button>
      </div>
    </form>
  )
}
