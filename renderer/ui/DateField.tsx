import { dateInWords, type ReadDate, readDate } from '../../preload/contract/dates.ts'

interface Props {
  label: string
  /** As it is typed: "2024-03", "by 22 March 2024". */
  value: string
  onChange: (value: string) => void
  autoFocus?: boolean
}

/** A date as a person types it, shown back in words, or with a sentence that says what is wrong. */
export function DateField({ label, value, onChange, autoFocus = false }: Props) {
  const read: ReadDate = readDate(value)
  const words = 'trouble' in read ? read.trouble : dateInWords(read.on, read.how)
  const isTold = words !== '' && words.toLowerCase() !== value.trim().toLowerCase()
  return (
    <label className="date-field">
      {label}
      <input
        className="field"
        value={value}
        placeholder="by 22 March 2024"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it stands where the pressed words stood
        autoFocus={autoFocus}
        aria-invalid={'trouble' in read}
        onChange={(event) => onChange(event.target.value)}
      />
      {isTold && <small className={'trouble' in read ? 'warning' : ''}>{words}</small>}
    </label>
  )
}
