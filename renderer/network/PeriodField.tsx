import { useState } from 'react'
import { dateInWords, type Period, periodInWords } from '../../preload/contract/dates.ts'
import { PeriodInputs, readPeriod } from '../ui/PeriodInputs.tsx'

interface Props {
  when: Period
  onSave: (when: Period) => unknown
}

/** When something happened or held, in words; pressed, two dates to type. */
export function PeriodField({ when, onSave }: Props) {
  const [isEditing, setEditing] = useState(false)
  const words = periodInWords(when)
  if (isEditing)
    return (
      <PeriodForm
        when={when}
        onLeave={() => setEditing(false)}
        onSave={(changed) => {
          setEditing(false)
          void onSave(changed)
        }}
      />
    )
  return (
    <button
      type="button"
      className={words ? 'inline' : 'inline empty'}
      aria-label={words ? `When: ${words}` : 'Add a date'}
      title="Edit when"
      onClick={() => setEditing(true)}
    >
      {words || 'Add a date'}
    </button>
  )
}

function PeriodForm({ when, onSave, onLeave }: Props & { onLeave: () => void }) {
  const [typed, setTyped] = useState({
    start: dateInWords(when.startOn, when.startHow),
    end: dateInWords(when.endOn, when.endHow),
  })
  const period = readPeriod(typed)
  return (
    <form
      className="form period"
      onSubmit={(event) => {
        event.preventDefault()
        if (period) onSave(period)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        onLeave()
        event.stopPropagation()
      }}
    >
      <PeriodInputs typed={typed} onChange={setTyped} />
      <div className="row end">
        <button type="button" className="button small" onClick={onLeave}>
          Cancel
        </button>
        <button type="submit" className="button small primary" disabled={!period}>
          Save
        </button>
      </div>
    </form>
  )
}
