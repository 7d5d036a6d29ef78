import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { longDate, readDate } from '../../preload/contract/dates.ts'
import type { Rows } from '../state/store.ts'
import { useStore } from '../state/store.ts'
import { daysNamed, daysOf } from './dates-span.ts'
import { setFilter, usePicture } from './picture.ts'
import { unitsOf } from './timeline-scale.ts'

type Side = 'from' | 'to'
type Typed = Partial<Record<Side, string>>
const titles = { from: 'From', to: 'To' } as const

/** The time that the filter asks for: two dates to type, and a slider over all that is dated. Both say the same. */
export function DateRange() {
  const { from, to } = usePicture((picture) => picture.filter)
  // What is typed and not taken yet; a field without it shows what the filter has.
  const [typed, setTyped] = useState<Typed>({})
  const [isTold, setTold] = useState(false)
  const box = useRef<HTMLFieldSetElement>(null)
  const trouble = useId()
  const read = readRange(typed, { from, to })
  const take = () => {
    if (Object.keys(typed).length === 0) return
    if ('trouble' in read) return setTold(true)
    setTyped({})
    setTold(false)
    if (read.from !== from || read.to !== to) setFilter(read)
  }
  usePressOutside(box, take)
  const isWrong = isTold && 'trouble' in read
  return (
    <fieldset ref={box} className="date-range">
      <legend>Dates</legend>
      <div className="row">
        {(['from', 'to'] as const).map((side) => (
          <label key={side}>
            {titles[side]}
            <input
              className="field"
              value={typed[side] ?? longDate(side === 'from' ? from : to)}
              placeholder="any"
              maxLength={100}
              spellCheck={false}
              aria-invalid={isWrong && read.side === side}
              aria-describedby={isWrong ? trouble : undefined}
              onChange={(event) => setTyped({ ...typed, [side]: event.target.value })}
              onBlur={take}
              onKeyDown={(event) => {
                if (event.key === 'Enter') take()
                if (event.key === 'Escape') setTyped({})
              }}
            />
          </label>
        ))}
      </div>
      {isWrong && (
        <p id={trouble} className="warning" role="alert">
          {read.trouble}
        </p>
      )}
      <RangeSlider
        from={from}
        to={to}
        onChange={(range) => {
          setTyped({})
          setTold(false)
          setFilter(range)
        }}
      />
    </fieldset>
  )
}

/** What is typed as the filter takes it, or what is wrong with it and where. */
export function readRange(
  typed: Typed,
  now: Record<Side, string>,
): Record<Side, string> | { side: Side; trouble: string } {
  const range = { ...now }
  for (const side of ['from', 'to'] as const) {
    const words = typed[side]
    if (words === undefined) continue
    const date = readDate(words)
    if ('trouble' in date) return { side, trouble: date.trouble }
    // What is only around a date can be filtered by no better than by the date.
    if (date.how !== 'on') return { side, trouble: `Write the date alone, without “${date.how}”.` }
    range[side] = date.on
  }
  const [first, last] = [daysOf(range.from), daysOf(range.to)]
  if (!first || !last || first.from <= last.to) return range
  const side = typed.from === undefined ? 'to' : 'from'
  return {
    side,
    trouble: `It cannot end (${longDate(range.to)}) before it starts (${longDate(range.from)}).`,
  }
}

/** A press elsewhere can take the panel away before the field would hear that it was left. */
function usePressOutside(box: RefObject<HTMLElement | null>, take: () => void): void {
  const last = useRef(take)
  last.current = take
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) last.current()
    }
    document.addEventListener('pointerdown', onPress, { capture: true })
    return () => document.removeEventListener('pointerdown', onPress, { capture: true })
  }, [box])
}

interface SliderProps extends Record<Side, string> {
  onChange: (range: Partial<Record<Side, string>>) => void
}

/** Two thumbs over one track, from the first date of the case to its last; at an end of it a side is open. */
function RangeSlider({ from, to, onChange }: SliderProps) {
  const rows = useStore((state) => state.rows)
  const time = timeOf(rows)
  if (!time) return null
  const units = unitsOf(time.to - time.from)
  const [first, last] = [units.of(time.from), units.of(time.to)]
  if (first === last) return null
  const within = (unit: number) => Math.min(last, Math.max(first, unit))
  const [start, end] = [daysOf(from), daysOf(to)]
  const at = { from: start ? within(units.of(start.from)) : first, to: end ? within(units.of(end.to)) : last }
  const share = (unit: number) => (unit - first) / (last - first)
  const thumb = (side: Side) => (
    <input
      type="range"
      aria-label={titles[side]}
      aria-valuetext={longDate(side === 'from' ? from : to) || 'any'}
      min={first}
      max={last}
      value={at[side]}
      // Where both are at the end, the one that can still move lies above.
      style={{ zIndex: side === 'from' && share(at.from) > 0.5 ? 2 : 1 }}
      onChange={(event) => {
        const unit = Number(event.target.value)
        const next = side === 'from' ? Math.min(unit, at.to) : Math.max(unit, at.from)
        const isOpen = next === (side === 'from' ? first : last)
        onChange({ [side]: isOpen ? '' : units.dateOf(next) })
      }}
    />
  )
  return (
    <>
      <div
        className="range-slider"
        style={{ '--from': share(at.from), '--to': share(at.to) } as React.CSSProperties}
      >
        {thumb('from')}
        {thumb('to')}
      </div>
      <p className="range-ends" aria-hidden="true">
        <span>{longDate(units.dateOf(first))}</span>
        <span>{longDate(units.dateOf(last))}</span>
      </p>
    </>
  )
}

/** From the first to the last day that the dates of the case name. */
function timeOf({ entity, relation }: Rows): { from: number; to: number } | null {
  let [from, to] = [Infinity, -Infinity]
  for (const table of [entity, relation])
    for (const row of table.values()) {
      const named = daysNamed(row)
      if (!named) continue
      from = Math.min(from, named.from)
      to = Math.max(to, named.to)
    }
  return from <= to ? { from, to } : null
}
