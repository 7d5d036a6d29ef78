import { ArrowLeftRight, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { type Basis, bases, type RelationRow } from '../../preload/contract/network.ts'
import { runAction } from '../actions/run.ts'
import { NoteCard } from '../notes/NoteCard.tsx'
import { call } from '../state/client.ts'
import { evidenceByRelation } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'
import { looks } from '../ui/entity-types.ts'
import { excerpt } from '../ui/excerpt.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { Passage } from './Passage.tsx'

const basisWords: Record<Basis, string> = {
  stated: 'The text says so.',
  inferred: 'Concluded, not said.',
  assumed: 'Taken as given for now.',
}

/** A line of the network with the passages it rests on, for and against. */
export function RelationInspector({ relationId }: { relationId: string }) {
  const rows = useStore((state) => state.rows)
  const [isEditing, setEditing] = useState(false)
  const relation = rows.relation.get(relationId)
  if (!relation) return null
  const evidence = evidenceByRelation(rows).get(relationId) ?? []
  const notes = [...rows.note.values()].filter((note) => note.relationId === relationId)
  const dates = [relation.startOn, relation.endOn].filter(Boolean).join(' to ')
  const side = (stance: 'supports' | 'contradicts') => evidence.filter((row) => row.stance === stance)
  return (
    <section className="inspector" aria-label="Relation">
      <header>
        <div className="who">
          <End id={relation.fromId} />
          <em dir="auto">{relation.kind}</em>
          <End id={relation.toId} />
        </div>
        <IconButton label="Turn round" onClick={() => call('relation.reverse', { relationId })}>
          <ArrowLeftRight size={13} />
        </IconButton>
        <IconButton label="Edit relation" title="Edit" onClick={() => setEditing(!isEditing)}>
          <Pencil size={13} />
        </IconButton>
        <IconButton label="Close" onClick={() => select(null)}>
          <X size={14} />
        </IconButton>
      </header>
      {isEditing ? (
        <RelationForm relation={relation} onLeave={() => setEditing(false)} />
      ) : (
        <>
          <p className="about">
            {basisWords[relation.basis]} {dates}
          </p>
          <Side title="Passages for it" evidence={side('supports')} />
          {side('contradicts').length > 0 && (
            <Side title="Passages against it" evidence={side('contradicts')} />
          )}
          {evidence.length === 0 && <p className="warning">Nothing in the text supports it yet.</p>}
          <Attach relationId={relationId} />
          <h3>Notes</h3>
          {notes.map((note) => (
            <NoteCard key={note.id} noteId={note.id} />
          ))}
          <button
            type="button"
            className="link"
            onClick={() => useStore.setState({ open: { what: 'writeNote', on: { relationId } } })}
          >
            Write a note
          </button>
        </>
      )}
    </section>
  )
}

function End({ id }: { id: string }) {
  const entity = useStore((state) => state.rows.entity.get(id))
  if (!entity) return null
  return (
    <button
      type="button"
      className="chip"
      style={{ '--k': `var(${looks[entity.type].color})` } as React.CSSProperties}
      onClick={() => select({ kind: 'entity', id })}
    >
      <TypeIcon type={entity.type} size={12} /> <bdi>{entity.name}</bdi>
    </button>
  )
}

function Side({ title, evidence }: { title: string; evidence: { id: string; annotationId: string }[] }) {
  const annotations = useStore((state) => state.rows.annotation)
  return (
    <>
      <h3>
        {title} <span>{evidence.length}</span>
      </h3>
      {evidence.map((row) => {
        const annotation = annotations.get(row.annotationId)
        return (
          annotation && (
            <div key={row.id} className="evidence">
              <Passage annotation={annotation} />
              <IconButton
                label="Take this passage away"
                title="Take away"
                onClick={() => call('evidence.detach', { evidenceId: row.id })}
              >
                <X size={12} />
              </IconButton>
            </div>
          )
        )
      })}
    </>
  )
}

/** Adds the passage that was selected last in the text. */
function Attach({ relationId }: { relationId: string }) {
  const passage = useStore((state) => state.passage)
  const words = useStore(({ passage: span, content }) =>
    span && content ? content.text.slice(span.start, span.end) : '',
  )
  const isEvidence = useStore(({ rows }) =>
    (evidenceByRelation(rows).get(relationId) ?? []).some(({ annotationId }) => {
      const annotation = rows.annotation.get(annotationId)
      if (!passage || annotation?.articleId !== passage.articleId) return false
      // The case keeps a passage without the blanks at its ends.
      const isInside = annotation.start >= passage.start && annotation.end <= passage.end
      return isInside && annotation.quote === words.trim()
    }),
  )
  if (!passage || isEvidence) return <p className="hint">To add a passage, select its words in the text.</p>
  const attach = (stance: 'supports' | 'contradicts') =>
    call('evidence.attach', { relationId, passage, stance })
  return (
    <div className="attach">
      <blockquote dir="auto">{excerpt(words, 90)}</blockquote>
      <div className="row">
        <button type="button" className="button small" onClick={() => attach('supports')}>
          Add for
        </button>
        <button type="button" className="button small" onClick={() => attach('contradicts')}>
          Add against
        </button>
      </div>
    </div>
  )
}

function RelationForm({ relation, onLeave }: { relation: RelationRow; onLeave: () => void }) {
  const [draft, setDraft] = useState(relation)
  const field = (name: 'kind' | 'startOn' | 'endOn', label: string, placeholder = '') => (
    <label>
      {label}
      <input
        className="field"
        value={draft[name]}
        placeholder={placeholder}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <form
      className="form"
      onSubmit={async (event) => {
        event.preventDefault()
        const { kind, basis, startOn, endOn } = draft
        await call('relation.edit', { relationId: relation.id, kind, basis, startOn, endOn })
        onLeave()
      }}
    >
      {field('kind', 'Does what')}
      <div className="row">
        {field('startOn', 'From', '2024-01-03')}
        {field('endOn', 'To')}
      </div>
      <div className="chips" role="radiogroup" aria-label="How it is known">
        {bases.map((basis) => (
          // biome-ignore lint/a11y/useSemanticElements: a chip is drawn as a button
          <button
            key={basis}
            type="button"
            role="radio"
            className="chip"
            aria-checked={draft.basis === basis}
            onClick={() => setDraft({ ...draft, basis })}
          >
            {basis}
          </button>
        ))}
      </div>
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
