import { PeriodInputs, type TypedPeriod } from '../ui/PeriodInputs.tsx'

interface Props {
  /** Null until a person wants to say it. */
  typed: TypedPeriod | null
  onChange: (typed: TypedPeriod | null) => void
  /** Enter in a date: go on with what is still to be answered. */
  onEnter: () => void
}

/** When a relation that is being made happened or held: one may say it at once, or later, or never. */
export function RelationWhen({ typed, onChange, onEnter }: Props) {
  if (!typed)
    return (
      <button
        type="button"
        className="inline empty"
        aria-expanded="false"
        onClick={() => onChange({ start: '', end: '' })}
      >
        Add a date
      </button>
    )
  return (
    <form
      className="form period"
      onSubmit={(event) => {
        event.preventDefault()
        onEnter()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        onChange(null)
        onEnter()
        event.stopPropagation()
      }}
    >
      <PeriodInputs typed={typed} onChange={onChange} />
      {/* Enter in one of several fields needs a button to press. */}
      <button type="submit" hidden />
    </form>
  )
}
