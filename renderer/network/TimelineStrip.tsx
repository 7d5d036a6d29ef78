import { X } from 'lucide-react'
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { longDate } from '../../preload/contract/dates.ts'
import { select, useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { daysOf, rangeInWords } from './dates-span.ts'
import { setFilter, usePicture } from './picture.ts'
import { TimelineBars } from './TimelineBars.tsx'
import { type Mark, marksOf } from './timeline-marks.ts'
import { type Scale, scaleOf, ticksOf } from './timeline-scale.ts'

/** What is dated, along time; a stretch dragged over it leaves only what happened or held then. */
export function TimelineStrip() {
  const rows = useStore((state) => state.rows)
  const filter = usePicture((picture) => picture.filter)
  const marks = useMemo(() => marksOf(rows, { ...filter, from: '', to: '' }), [rows, filter])
  const scale = useMemo(() => scaleOf(marks.map(({ named }) => named)), [marks])
  const isChosen = filter.from !== '' || filter.to !== ''
  return (
    <section
      className="strip"
      aria-label="Timeline"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isChosen) return
        event.stopPropagation()
        setFilter({ from: '', to: '' })
      }}
    >
      <p className="strip-range">
        {isChosen ? (
          <>
            {rangeInWords(filter)}
            <IconButton label="All of time" onClick={() => setFilter({ from: '', to: '' })}>
              <X size={12} />
            </IconButton>
          </>
        ) : (
          scale && 'Timeline: drag over it to choose a time'
        )}
      </p>
      {scale ? (
        <Time marks={marks} scale={scale} from={filter.from} to={filter.to} />
      ) : (
        <p className="hint">Nothing here has a date. Give a relation or an event one, and it stands here.</p>
      )}
    </section>
  )
}

type Side = 'from' | 'to'

/** What a drag moves, 0 to 1 along the strip: from where it stays to where the pointer is. */
interface Drag {
  fixed: number
  moving: number
  /** The mark it began at, which is chosen where it is no drag. */
  markId: string | undefined
  /** The end of the chosen time that is moved. */
  grip: Side | undefined
  hasMoved: boolean
}

/** CSS pixels that a hand moves without meaning to drag. */
const slack = 3

function Time({ marks, scale, from, to }: { marks: Mark[]; scale: Scale; from: string; to: string }) {
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(box)
  const [drag, setDrag] = useState<Drag | null>(null)
  const range = from || to ? { from: startShare(scale, from), to: endShare(scale, to) } : null
  const chosen = drag?.hasMoved
    ? { from: Math.min(drag.fixed, drag.moving), to: Math.max(drag.fixed, drag.moving) }
    : range
  const shareOf = ({ clientX }: PointerEvent) => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    return Math.min(1, Math.max(0, (clientX - left) / width))
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const share = shareOf(event)
    const grip = event.target.closest<HTMLElement>('.strip-grip')?.dataset.of as Side | undefined
    const other = range && (grip === 'from' ? range.to : range.from)
    const markId = event.target.closest<HTMLElement>('.dated')?.dataset.id
    setDrag({
      ...{ fixed: grip && other !== null ? other : share, moving: share },
      ...{ markId, grip, hasMoved: false },
    })
  }
  const end = () => {
    setDrag(null)
    if (!drag || (drag.grip && !drag.hasMoved)) return
    if (drag.hasMoved && chosen) {
      const dates = datesAt(scale, chosen)
      // An end that is not moved keeps its date, which can be finer than a hand.
      const isPast = drag.grip === 'from' ? drag.moving > drag.fixed : drag.moving < drag.fixed
      setFilter(drag.grip && !isPast ? { [drag.grip]: dates[drag.grip] } : dates)
    } else if (drag.markId) {
      const mark = marks.find(({ id }) => id === drag.markId)
      if (mark) select({ kind: mark.kind, id: mark.id })
    } else setFilter({ from: '', to: '' })
  }
  const place = (share: number) => `${share * 100}%`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keys the range is chosen at its grips, and in the filter
    <div
      ref={box}
      className="strip-time"
      // Takes the focus by a press, so that Escape comes here.
      tabIndex={-1}
      data-dragged={drag?.hasMoved}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (!drag) return
        const moving = shareOf(event)
        const isFar = Math.abs(moving - drag.fixed) * width > slack
        const hasMoved = drag.hasMoved || drag.grip !== undefined || isFar
        setDrag({ ...drag, moving, hasMoved })
      }}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
      onKeyDown={(event) => {
        // A drag that is let go of leaves the range as it was.
        if (event.key !== 'Escape' || !drag) return
        event.stopPropagation()
        setDrag(null)
      }}
    >
      {chosen && (
        <div
          className="chosen-range"
          style={{ left: place(chosen.from), width: place(chosen.to - chosen.from) }}
        />
      )}
      {scale.fold && (
        <div
          className="fold"
          title="Nothing is dated in this time, so it is drawn narrow"
          style={{
            left: place(scale.at(scale.fold.from)),
            width: place(scale.at(scale.fold.to) - scale.at(scale.fold.from)),
          }}
        />
      )}
      {ticksOf(scale, Math.max(2, Math.floor(width / 64))).map(({ day, label }) => (
        <span
          key={day}
          className="tick"
          // At the strip's end a date stands before its line.
          data-late={(1 - scale.at(day)) * width < 24 ? '' : undefined}
          style={{ left: place(scale.at(day)) }}
        >
          {label}
        </span>
      ))}
      {width > 0 && <TimelineBars {...{ marks, scale, width, height, from, to }} />}
      {chosen && (
        <Grip of="from" label="From" scale={scale} share={chosen.from} other={chosen.to} date={from} />
      )}
      {chosen && <Grip of="to" label="To" scale={scale} share={chosen.to} other={chosen.from} date={to} />}
    </div>
  )
}

interface GripProps {
  of: Side
  label: string
  scale: Scale
  share: number
  other: number
  date: string
}

/** An end of the chosen time: dragged, or moved by arrow keys; at the strip's own end it is open. */
function Grip({ of, label, scale, share, other, date }: GripProps) {
  const { units } = scale
  const [first, last] = [units.of(scale.from), units.of(scale.to)]
  const now = units.of(dayOf(scale, share, of))
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[
      event.key
    ]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const end = units.of(dayOf(scale, other, of === 'from' ? 'to' : 'from'))
    const next = of === 'from' ? Math.min(now + by, end) : Math.max(now + by, end)
    setFilter({ [of]: next < first || next > last ? '' : units.dateOf(next) })
  }
  return (
    <div
      className="strip-grip"
      data-of={of}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={now}
      aria-valuetext={date ? longDate(date) : 'open'}
      style={{ left: `${share * 100}%` }}
      onKeyDown={onKey}
    />
  )
}

/** The first day after a place of the strip, or the last one before it: a time ends where the next day would begin. */
const dayOf = (scale: Scale, share: number, side: Side): number =>
  scale.dayAt(share) - (side === 'to' && share < 1 ? 1 : 0)

/** A part of the strip as dates, no finer than a hand can point at; at the strip's ends open to all that lies beyond. */
function datesAt(scale: Scale, { from, to }: Record<Side, number>): Record<Side, string> {
  const { units } = scale
  const [first, last] = [units.of(dayOf(scale, from, 'from')), units.of(dayOf(scale, to, 'to'))]
  return {
    from: from <= 0 ? '' : units.dateOf(first),
    to: to >= 1 ? '' : units.dateOf(Math.max(first, last)),
  }
}

const startShare = (scale: Scale, from: string): number => scale.at(daysOf(from)?.from ?? -Infinity)
const endShare = (scale: Scale, to: string): number => scale.at((daysOf(to)?.to ?? Infinity) + 1)

function useSize(box: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [box])
  return size
}
