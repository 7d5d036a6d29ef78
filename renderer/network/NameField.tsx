interface Props {
  label: string
  name: string
  /** Called with a name that is another than before; Escape leaves it as it was. */
  onName: (name: string) => unknown
}

/** A name that is changed where it stands. */
export function NameField({ label, name, onName }: Props) {
  const take = (field: HTMLInputElement) => {
    const wanted = field.value.trim()
    if (wanted === '') field.value = name
    else if (wanted !== name) onName(wanted)
  }
  return (
    <input
      key={name}
      className="name-field"
      aria-label={label}
      title={label}
      dir="auto"
      defaultValue={name}
      maxLength={200}
      onBlur={(event) => take(event.target)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.currentTarget.value = name
        event.currentTarget.blur()
      }}
    />
  )
}
