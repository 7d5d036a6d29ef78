import { runAction } from '../actions/run.ts'
import { marks, sentenceOf } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'
import { showArticle } from '../state/sync.ts'
import { excerpt } from '../ui/excerpt.ts'
import { NoteCard } from './NoteCard.tsx'

/** All notes of the case, newest first, each under what it is on. */
export function NotesTab() {
  const rows = useStore((state) => state.rows)
  const notes = [...rows.note.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  return (
    <>
      {notes.length === 0 && (
        <p className="hint">
          Select a passage and press N to write the first note. Notes lead back to the words they rest on.
        </p>
      )}
      <ul className="note-list">
        {notes.map((note) => (
          <li key={note.id}>
            <Subject noteId={note.id} />
            <NoteCard noteId={note.id} />
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={() => runAction('note.case')}>
        Write a note on the whole case
      </button>
    </>
  )
}

/** What a note is on; a press goes there. */
function Subject({ noteId }: { noteId: string }) {
  const rows = useStore((state) => state.rows)
  const note = rows.note.get(noteId)
  if (!note) return null
  const annotation = note.annotationId && rows.annotation.get(note.annotationId)
  if (annotation) {
    const go = async () => {
      await showArticle(annotation.articleId)
      select({ kind: 'annotation', id: annotation.id })
    }
    const tag = marks(rows).get(annotation.id)?.tags[0]
    return (
      <button type="button" className="subject quote" onClick={go}>
        {tag && <i className="swatch" style={{ background: `var(--tag-${tag.color})` }} />}
        <q dir="auto">{excerpt(annotation.quote, 90)}</q>
      </button>
    )
  }
  const entity = note.entityId && rows.entity.get(note.entityId)
  if (entity)
    return (
      <button type="button" className="subject" onClick={() => select({ kind: 'entity', id: entity.id })}>
        <bdi>{entity.name}</bdi>
      </button>
    )
  const relation = note.relationId && rows.relation.get(note.relationId)
  if (relation)
    return (
      <button type="button" className="subject" onClick={() => select({ kind: 'relation', id: relation.id })}>
        <bdi>{sentenceOf(rows, relation)}</bdi>
      </button>
    )
  return (
    <span className="subject">
      <bdi>{note.articleId ? rows.article.get(note.articleId)?.title : 'The whole case'}</bdi>
    </span>
  )
}
