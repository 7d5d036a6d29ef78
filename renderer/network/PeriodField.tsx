import { useState } from 'react'
import {
  dateInWords,
  endsBeforeItStarts,
  type Period,
  periodInWords,
  readDate,
} from '../../preload/contract/dates.ts'
import { DateField } from '../ui/DateField.tsx'

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
  const [start, setStart] = useState(dateInWords(when.startOn, when.startHow))
  const [end, setEnd] = useState(dateInWords(when.endOn, when.endHow))
  const [from, to] = [readDate(start), readDate(end)]
  const isRead = 'on' in from && 'on' in to
  const period = isRead && { startOn: from.on, startHow: from.how, endOn: to.on, endHow: to.how }
  const isTurned = period && endsBeforeItStarts(period)
  return (
    <form
      className="form period"
      onSubmit={(event) => {
        event.preventDefault()
        if (period && !isTurned) onSave(period)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        onLeave()
        event.stopPropagation()
      }}
    >
      <DateField label="Happened, or began" value={start} onChange={setStart} autoFocus />
      <DateField label="Ended" value={end} onChange={setEnd} />
      {isTurned && (
        <p className="warning" role="alert">
          It cannot end ({dateInWords(period.endOn, period.endHow)}) before it starts (
          {dateInWords(period.startOn, period.startHow)}).
        </p>
      )}
      <div className="row end">
        <button type="button" className="button small" onClick={onLeave}>
          Cancel
        </button>
        <button type="submit" className="button small primary" disabled={!period || isTurned === true}>
          Save
        </button>
      </div>
    </form>
  )
}
