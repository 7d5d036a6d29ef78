import { dateInWords, endsBeforeItStarts, type Period, readDate } from '../../preload/contract/dates.ts'
import { DateField } from './DateField.tsx'

/** When something began and ended, as it is typed. */
export interface TypedPeriod {
  start: string
  end: string
}

function read({ start, end }: TypedPeriod): Period | null {
  const [from, to] = [readDate(start), readDate(end)]
  if (!('on' in from && 'on' in to)) return null
  return { startOn: from.on, startHow: from.how, endOn: to.on, endHow: to.how }
}

/** Null where one of the two is no date, or it would end before it starts. */
export function readPeriod(typed: TypedPeriod): Period | null {
  const period = read(typed)
  return period && !endsBeforeItStarts(period) ? period : null
}

interface Props {
  typed: TypedPeriod
  onChange: (typed: TypedPeriod) => void
}

/** Two dates to type, with what is wrong with them. */
export function PeriodInputs({ typed, onChange }: Props) {
  const period = read(typed)
  return (
    <>
      <DateField
        label="Happened, or began"
        value={typed.start}
        onChange={(start) => onChange({ ...typed, start })}
        autoFocus
      />
      <DateField label="Ended" value={typed.end} onChange={(end) => onChange({ ...typed, end })} />
      {period && endsBeforeItStarts(period) && (
        <p className="warning" role="alert">
          It cannot end ({dateInWords(period.endOn, period.endHow)}) before it starts (
          {dateInWords(period.startOn, period.startHow)}).
        </p>
      )}
    </>
  )
}
