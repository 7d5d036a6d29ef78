import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { marks } from '../state/select.ts'
import { point, select, useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { render } from './markdown.ts'
import { NoteEditor } from './NoteEditor.tsx'

interface Props {
  noteId: string
  /** The passage it is on, where it is shown beside it. */
  annotationId?: string | null
}

/** A note as it reads, with what it takes to change it. */
export function NoteCard({ noteId, annotationId }: Props) {
  const mark = useStore((state) => (annotationId ? marks(state.rows).get(annotationId) : undefined))
  const note = useStore((state) => state.rows.note.get(noteId))
  const isActive = useStore(
    (state) => state.selected?.kind === 'annotation' && state.selected.id === mark?.annotation.id,
  )
  const [isEditing, setEditing] = useState(false)
  if (!note) return null
  if (isEditing)
    return (
      <NoteEditor
        body={note.body}
        onLeave={() => setEditing(false)}
        onSave={async (body) => {
          if (await call('note.edit', { noteId, body })) setEditing(false)
        }}
      />
    )
  return (
    <article
      className={isActive ? 'note active' : 'note'}
      aria-label="Note"
      onMouseEnter={() => mark && point({ annotations: [mark.annotation.id] })}
      onMouseLeave={() => point(null)}
    >
      <div
        className="note-body"
        dir="auto"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: markdown.ts lets no HTML of the note through
        dangerouslySetInnerHTML={{ __html: render(note.body) }}
      />
      <footer>
        {mark?.tags.map((tag) => (
          <span key={tag.id}>
            <i className="swatch" style={{ background: `var(--tag-${tag.color})` }} /> <bdi>{tag.name}</bdi>
          </span>
        ))}
        <span className="note-tools">
          {mark && (
            <button
              type="button"
              className="link quiet"
              onClick={() => select({ kind: 'annotation', id: mark.annotation.id })}
            >
              Passage
            </button>
          )}
          <IconButton label="Edit note" title="Edit" onClick={() => setEditing(true)}>
            <Pencil size={12} />
          </IconButton>
          <IconButton
            label="Delete note"
            title="Delete"
            onClick={async () => {
              if (await call('note.remove', { noteId }))
                say({ kind: 'done', text: 'Note deleted.', undo: true })
            }}
          >
            <Trash2 size={12} />
          </IconButton>
        </span>
      </footer>
    </article>
  )
}
