import { X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { periodInWords } from '../../preload/contract/dates.ts'
import { sentenceOf } from '../state/select.ts'
import { point, select, useStore } from '../state/store.ts'
import { lookOf } from '../ui/entity-types.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { dateOf, daysOf, rangeInWords, type Span, spanOf } from './dates-span.ts'
import { type noFilter, shownBy } from './filter.ts'
import { setFilter, usePicture } from './picture.ts'
import { rowsOfMarks, scaleOf, ticksOf } from './timeline-scale.ts'

interface Mark {
  id: string
  kind: 'entity' | 'relation'
  label: string
  color: string
  span: Span
}

/** CSS pixels. */
const rowHeight = 9
const mostRows = 6

/** What is dated, along time; a stretch dragged over it leaves only what happened or held then. */
export function TimelineStrip() {
  const rows = useStore((state) => state.rows)
  const selected = useStore((state) => state.selected)
  const filter = usePicture((picture) => picture.filter)
  const box = useRef<SVGSVGElement>(null)
  const [dragged, setDragged] = useState<{ from: number; to: number } | null>(null)
  const marks = useMemo(() => marksOf(rows, { ...filter, from: '', to: '' }), [rows, filter])
  const scale = scaleOf(marks.map(({ span }) => span))
  if (!scale)
    return (
      <section className="strip" aria-label="Timeline">
        <p className="hint">Nothing here has a date. Give a relation or an event one, and it stands here.</p>
      </section>
    )
  const percent = (day: number) => `${scale.at(day) * 100}%`
  const chosen = dragged ?? chosenOf(filter)
  const share = (event: React.PointerEvent) => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    return scale.dayAt(Math.min(1, Math.max(0, (event.clientX - left) / width)))
  }
  const end = () => {
    if (!dragged) return
    const [from, to] = [Math.min(dragged.from, dragged.to), Math.max(dragged.from, dragged.to)]
    setDragged(null)
    // A press without a drag lets the range go.
    const isPress = scale.at(to) - scale.at(from) < 0.005
    setFilter(isPress ? { from: '', to: '' } : { from: scale.dateAt(from), to: scale.dateAt(to) })
  }
  const placed = rowsOfMarks(marks, scale, mostRows)
  return (
    <section className="strip" aria-label="Timeline">
      <p className="strip-range">
        {filter.from || filter.to ? (
          <>
            {rangeInWords(filter)}
            <IconButton label="All of time" onClick={() => setFilter({ from: '', to: '' })}>
              <X size={12} />
            </IconButton>
          </>
        ) : (
          'Timeline: drag over it to choose a time'
        )}
      </p>
      <svg
        ref={box}
        role="img"
        aria-label={`${marks.length} dated events and relations from ${dateOf(scale.from)} to ${dateOf(scale.to)}. The filter's dates choose a part.`}
        onPointerDown={(event) => {
          if (event.target instanceof Element && event.target.closest('.dated')) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const day = share(event)
          setDragged({ from: day, to: day })
        }}
        onPointerMove={(event) => {
          if (dragged) setDragged({ ...dragged, to: share(event) })
        }}
        onPointerUp={end}
        onPointerCancel={() => setDragged(null)}
      >
        {chosen && (
          <rect
            className="chosen-range"
            x={percent(Math.min(chosen.from, chosen.to))}
            width={`${(scale.at(Math.max(chosen.from, chosen.to)) - scale.at(Math.min(chosen.from, chosen.to))) * 100}%`}
            height="100%"
          />
        )}
        {ticksOf(scale).map(({ day, label }) => (
          <g key={day} className="tick">
            <line x1={percent(day)} x2={percent(day)} y1="0" y2="100%" />
            <text x={percent(day)} y="100%" dx="4" dy="-5">
              {label}
            </text>
          </g>
        ))}
        {placed.map(({ mark, row }) => {
          const from = scale.at(mark.span.from)
          const width = Math.max(0.006, scale.at(mark.span.to) - from)
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table and the picture are the way by keys
            <rect
              key={mark.id}
              className="dated"
              data-chosen={selected && 'id' in selected && selected.id === mark.id ? '' : undefined}
              x={`${from * 100}%`}
              width={`${width * 100}%`}
              y={6 + row * rowHeight}
              height={rowHeight - 3}
              rx="2.5"
              fill={mark.color}
              onClick={() => select({ kind: mark.kind, id: mark.id })}
              onPointerEnter={() => point({ entities: [mark.id] })}
              onPointerLeave={() => point(null)}
            >
              <title>{mark.label}</title>
            </rect>
          )
        })}
      </svg>
    </section>
  )
}

function chosenOf({ from, to }: { from: string; to: string }): { from: number; to: number } | null {
  if (!from && !to) return null
  return { from: daysOf(from)?.from ?? -Infinity, to: daysOf(to)?.to ?? Infinity }
}

function marksOf(rows: Parameters<typeof shownBy>[0], filter: typeof noFilter): Mark[] {
  const shown = shownBy(rows, filter, null)
  const marks: Mark[] = []
  for (const id of shown.entities) {
    const row = rows.entity.get(id)
    const span = row && spanOf(row)
    if (row && span)
      marks.push({
        id,
        kind: 'entity',
        label: `${row.name}: ${periodInWords(row)}`,
        color: `var(${lookOf(row.type, rows).color})`,
        span,
      })
  }
  for (const id of shown.relations) {
    const row = rows.relation.get(id)
    const span = row && spanOf(row)
    if (row && span)
      marks.push({
        id,
        kind: 'relation',
        label: `${sentenceOf(rows, row)}: ${periodInWords(row)}`,
        color: 'var(--ink-3)',
        span,
      })
  }
  return marks.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
}
