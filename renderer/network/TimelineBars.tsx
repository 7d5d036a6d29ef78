import { type CSSProperties, memo, useMemo, useState } from 'react'
import { point, useStore } from '../state/store.ts'
import { daysOf, meets } from './dates-span.ts'
import type { Mark, Side } from './timeline-marks.ts'
import { type Box, gapInRow, placesOf, type Scale } from './timeline-scale.ts'

/** CSS pixels. A day in a span of years is a dot as wide as a bar is high. */
const barHeight = 9
const rowHeight = 14
/** Where the line of time and its dates stand. */
const below = 20
/** A tail says that there is more, not how much: as long as time is unknown it would be the loudest thing here. */
const tails: Record<Side, number> = { sure: 0, unsure: 18, lasting: 44 }
const mostWords = 170

interface Props {
  marks: readonly Mark[]
  scale: Scale
  width: number
  height: number
  from: string
  to: string
}

/** What is dated as bars in rows that grow from the line of time up, with words where there is room. */
export const TimelineBars = memo(function TimelineBars({ marks, scale, width, height, from, to }: Props) {
  const selected = useStore((state) => state.selected)
  const [pointed, setPointed] = useState<string | null>(null)
  const bars = useMemo(() => {
    const boxes = marks.map((mark) => boxOf(mark, scale, width))
    const places = placesOf(boxes, width, Math.max(1, Math.floor((height - below) / rowHeight)))
    return marks.map((mark, index) => ({
      mark,
      box: boxes[index] as Box,
      ...(places[index] as (typeof places)[number]),
    }))
  }, [marks, scale, width, height])
  const time = { from: daysOf(from)?.from ?? -Infinity, to: daysOf(to)?.to ?? Infinity }
  const selectedId = selected && 'id' in selected ? selected.id : null
  const under = bars.find(({ mark }) => mark.id === pointed)
  const pointAt = (target: EventTarget) => {
    const id = (target as Element).closest<HTMLElement>('.dated')?.dataset.id ?? null
    if (id === pointed) return
    setPointed(id)
    point(id ? { entities: [id] } : null)
  }
  return (
    <>
      <div
        className="strip-bars"
        role="img"
        aria-label={`${marks.length} dated events and relations from ${scale.units.dateOf(scale.units.of(scale.from))} to ${scale.units.dateOf(scale.units.of(scale.to))}. The filter's dates choose a part.`}
        onPointerOver={(event) => pointAt(event.target)}
        onPointerLeave={(event) => pointAt(event.currentTarget)}
      >
        {bars.map(({ mark, box, row, words }) => (
          <div
            key={mark.id}
            className="dated"
            data-id={mark.id}
            data-chosen={selectedId === mark.id ? '' : undefined}
            data-out={meets(mark.span, time) ? undefined : ''}
            style={
              {
                left: box.from,
                width: box.to - box.from,
                bottom: row * rowHeight,
                '--c': mark.color,
                '--before': `${tails[mark.before]}px`,
                '--after': `${tails[mark.after]}px`,
              } as CSSProperties
            }
          >
            {words && (
              <bdi className={words} style={{ maxWidth: mostWords }}>
                {mark.what}
              </bdi>
            )}
          </div>
        ))}
      </div>
      {under && (
        <p
          className="strip-tip"
          style={{
            bottom: below + (under.row + 1) * rowHeight + 2,
            ...(under.box.from < width / 2
              ? { left: Math.max(4, under.box.from - 6) }
              : { right: Math.max(4, width - under.box.to - 6) }),
          }}
        >
          <bdi>{under.mark.what}</bdi> <span>{under.mark.when}</span>
        </p>
      )}
    </>
  )
})

function boxOf(mark: Mark, scale: Scale, width: number): Box {
  const [start, end] = [scale.at(mark.named.from) * width, scale.at(mark.named.to + 1) * width]
  const middle = (start + end) / 2
  const half = Math.max(barHeight, end - start) / 2
  return {
    from: middle - half - tails[mark.before],
    to: middle + half + tails[mark.after],
    words: Math.min(mostWords, lengthOf(mark.what)) + gapInRow,
  }
}

let canvas: CanvasRenderingContext2D | null = null

/** How long words are on the strip, measured without laying anything out. */
function lengthOf(words: string): number {
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) return words.length * 6
  canvas.font = '10.5px "Inter Variable", system-ui, sans-serif'
  return Math.ceil(canvas.measureText(words.slice(0, 60)).width) + 1
}
