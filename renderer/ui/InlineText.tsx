import { useState } from 'react'

interface Props {
  /** What it is, for a screen reader, and what stands there while it is empty. */
  label: string
  empty?: string
  value: string
  /** Several lines: Enter begins the next one, Ctrl or Command with Enter saves. */
  isLong?: boolean
  className?: string
  onSave: (value: string) => unknown
}

/** Words that become a field when they are pressed. Leaving it saves, Escape leaves them as they were. */
export function InlineText({ label, empty = label, value, isLong = false, className = '', onSave }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null)
    return (
      <button
        type="button"
        className={`inline ${className} ${value ? '' : 'empty'}`}
        aria-label={value ? `${label}: ${value}` : empty}
        title={`Edit ${label.toLowerCase()}`}
        onClick={() => setDraft(value)}
      >
        <span dir="auto">{value || empty}</span>
      </button>
    )
  const save = () => {
    setDraft(null)
    if (draft.trim() !== value) void onSave(draft)
  }
  return (
    <textarea
      className={`field inline-field ${className}`}
      aria-label={label}
      dir="auto"
      rows={1}
      // biome-ignore lint/a11y/noAutofocus: it stands where the pressed words stood
      autoFocus
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') setDraft(null)
        else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) save()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
