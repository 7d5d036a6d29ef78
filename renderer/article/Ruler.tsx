import { type RefObject, useEffect, useRef } from 'react'
import { isShown } from '../passages/shown-marks.ts'
import { marks } from '../state/select.ts'
import { type State, useStore } from '../state/store.ts'
import { lookNow } from '../ui/entity-types.ts'
import { rangeOf } from './offsets.ts'
import { scrollTo } from './scroll-to.ts'
import type { TextView } from './text-view.ts'

interface Props {
  view: TextView
  articleId: string
  root: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
}

/** Two lanes, in CSS pixels: tags and notes at the left, entities at the right. */
const lanes = { tag: { x: 0, width: 5 }, entity: { x: 7, width: 3 } }
const thick = 3

/**
 * Where in the article marks are, beside the scroll bar: a press goes there. One canvas, drawn when the computer has time, since
 * 50,000 of them must not hold up the step that adds one.
 */
export function Ruler({ view, articleId, root, scroller }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const length = view.content.text.length
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let idle = 0
    let timer = 0
    const later = () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
      const show = () => draw(element, useStore.getState(), articleId, length)
      // Not within the frames that show the step itself.
      timer = window.setTimeout(() => {
        idle = requestIdleCallback(show, { timeout: 300 })
      }, 200)
    }
    later()
    const size = new ResizeObserver(later)
    size.observe(element)
    const theme = new MutationObserver(later)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const stop = useStore.subscribe((state, before) => {
      if (state.rows !== before.rows || state.shownOnly !== before.shownOnly) later()
    })
    const go = (event: MouseEvent) => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      const at = Math.floor((Math.max(0, event.clientY - box.top) / box.height) * length)
      const { current: text } = root
      if (!text || !scroller.current) return
      scrollTo(scroller.current, () => rangeOf(text, at, Math.min(length, at + 1)), { above: 20, below: 20 })
    }
    element.addEventListener('mousedown', go)
    return () => {
      element.removeEventListener('mousedown', go)
      clearTimeout(timer)
      cancelIdleCallback(idle)
      size.disconnect()
      theme.disconnect()
      stop()
    }
  }, [articleId, length, root, scroller])
  return (
    <div className="ruler" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  )
}

function draw(canvas: HTMLCanvasElement, state: State, articleId: string, length: number): void {
  const scale = devicePixelRatio
  const { clientWidth: width, clientHeight: height } = canvas
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen || height === 0) return
  pen.scale(scale, scale)
  const style = getComputedStyle(canvas)
  const color = (name: string) => style.getPropertyValue(name)
  // At most one line a pixel is drawn, and looked at, however many passages share it.
  const rows = { tag: new Map<number, string>(), entity: new Map<number, string>() }
  const all = marks(state.rows)
  const shows = isShown(state)
  for (const { id, start, entityId } of all.passages(articleId).inOrder) {
    const y = Math.floor((start / length) * (height - thick))
    if ((rows.tag.has(y) && (!entityId || rows.entity.has(y))) || !shows(id)) continue
    const mark = all.get(id)
    if (mark?.entity) rows.entity.set(y, lookNow(mark.entity.type).color)
    if (mark?.tags[0]) rows.tag.set(y, `--tag-${mark.tags[0].color}`)
    else if (mark?.notes.length) rows.tag.set(y, '--accent')
  }
  for (const lane of ['tag', 'entity'] as const)
    for (const [y, name] of rows[lane]) {
      pen.fillStyle = color(name)
      pen.fillRect(lanes[lane].x, y, lanes[lane].width, thick)
    }
}
