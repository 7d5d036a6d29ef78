import type { NoteRow } from '../../preload/contract/notes.ts'
import { type Open, useStore } from '../state/store.ts'
import { NoteCard } from './NoteCard.tsx'

interface Props {
  on: Extract<Open, { what: 'writeNote' }>['on']
  notes: readonly NoteRow[]
}

/** The notes on an entity or a relation, and where to write one. */
export function NotesOn({ on, notes }: Props) {
  return (
    <>
      <h3>Notes</h3>
      {notes.map((note) => (
        <NoteCard key={note.id} noteId={note.id} />
      ))}
      <button
        type="button"
        className="link"
        onClick={() => useStore.setState({ open: { what: 'writeNote', on } })}
      >
        Write a note
      </button>
    </>
  )
}
