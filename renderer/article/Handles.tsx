import { type RefObject, useLayoutEffect, useState } from 'react'
import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import type { ArticleContent } from '../../preload/contract/article.ts'
import { useStore } from '../state/store.ts'
import { dragEnd } from './drag-end.ts'
import { rangeOf } from './offsets.ts'

interface Props {
  root: RefObject<HTMLDivElement | null>
  articleId: string
  content: ArticleContent
}

/** Two grips at the ends of the selected passage, to drag them. For the pointer alone: keys have actions of their own. */
export function Handles({ root, articleId, content }: Props) {
  const annotation = useStore((state) =>
    state.selected?.kind === 'annotation' ? state.rows.annotation.get(state.selected.id) : undefined,
  )
  const isOpen = useStore((state) => state.open !== null)
  const isHere = annotation?.articleId === articleId && !isOpen
  const ends = useEnds(root, isHere ? annotation : undefined)
  // Until they are measured anew, the ends are those of the passage selected before.
  if (!ends || !annotation || ends.of.start !== annotation.start || ends.of.end !== annotation.end)
    return null
  return (['start', 'end'] as const).map((edge) => (
    <i
      key={edge}
      className={`grip of-${edge}`}
      aria-hidden="true"
      style={{ left: ends[edge].x, top: ends[edge].y, height: ends[edge].height }}
      onPointerDown={(event) => {
        event.preventDefault()
        if (event.button === 0 && root.current) dragEnd(root.current, content, annotation, edge)
      }}
      onMouseDown={(event) => event.preventDefault()}
    />
  ))
}

interface End {
  x: number
  y: number
  height: number
}

/** Where a passage begins and ends in the sheet, in CSS pixels, kept right while the text reflows. */
function useEnds(root: RefObject<HTMLDivElement | null>, annotation: AnnotationRow | undefined) {
  const [ends, setEnds] = useState<{ start: End; end: End; of: { start: number; end: number } } | null>(null)
  const start = annotation?.start
  const end = annotation?.end
  useLayoutEffect(() => {
    const element = root.current
    const sheet = element?.closest<HTMLElement>('.sheet')
    if (!element || !sheet || start === undefined || end === undefined) return setEnds(null)
    const measure = () => {
      const range = rangeOf(element, start, end)
      const boxes = [...(range?.getClientRects() ?? [])].filter((box) => box.width > 0)
      const [first, last] = [boxes[0], boxes.at(-1)]
      if (!range || !first || !last) return setEnds(null)
      const base = sheet.getBoundingClientRect()
      const words = range.toString()
      const beginsRight = isRightToLeft(words.match(letter)?.[0])
      const endsLeft = isRightToLeft(words.match(lastLetter)?.[0])
      const place = (box: DOMRect, x: number) => ({
        x: x - base.left,
        y: box.top - base.top,
        height: box.height,
      })
      setEnds({
        of: { start, end },
        start: place(first, beginsRight ? first.right : first.left),
        end: place(last, endsLeft ? last.left : last.right),
      })
    }
    // It measures at once too, in the next frame, when the page is laid out anyway: to ask here costs a layout more.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [root, start, end])
  return ends
}

const letter = /\p{L}/u
const lastLetter = /\p{L}(?=\P{L}*$)/u
/** A Latin name in an Arabic line begins at its left: the letters tell, not the paragraph. */
const isRightToLeft = (sign: string | undefined) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(sign ?? '')
