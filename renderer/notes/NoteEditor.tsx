import { useEffect, useRef, useState } from 'react'
import { keyLabel } from '../ui/keys.ts'

interface Props {
  body: string
  onSave: (body: string) => void | Promise<void>
  onLeave: () => void
}

/** Writes a note in Markdown. Ctrl/Cmd-Enter saves; Escape leaves, but never throws words away without a second Escape. */
export function NoteEditor({ body, onSave, onLeave }: Props) {
  const [text, setText] = useState(body)
  const [isWarned, setWarned] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(body.length, body.length)
  }, [body])
  const canSave = text.trim() !== '' && text !== body
  const save = () => canSave && void onSave(text)
  const leave = () => {
    if (canSave && !isWarned) setWarned(true)
    else onLeave()
  }
  return (
    <form
      className="note editing"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <textarea
        ref={area}
        aria-label="Note"
        placeholder="Write a note. Markdown works."
        value={text}
        dir="auto"
        onChange={(event) => {
          setText(event.target.value)
          setWarned(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          else if (event.key === 'Escape') leave()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {isWarned && <p className="warning">Not saved yet. Escape again throws it away.</p>}
      <div className="row end">
        <button type="button" className="button small" onClick={onLeave}>
          Cancel
        </button>
        <button type="submit" className="button small primary" disabled={!canSave}>
          Save <kbd>{keyLabel('CmdOrCtrl+↵')}</kbd>
        </button>
      </div>
    </form>
  )
}
