interface Props {
  label: string
  name: string
  /** Called with a name that is another than before, answers whether it was taken; Escape leaves it as it was. */
  onName: (name: string) => Promise<true | undefined>
}

/** A name that is changed where it stands. */
export function NameField({ label, name, onName }: Props) {
  const take = async (field: HTMLInputElement) => {
    const wanted = field.value.trim()
    if (wanted === '' || (wanted !== name && !(await onName(wanted)))) field.value = name
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
      onBlur={(event) => void take(event.target)}
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
