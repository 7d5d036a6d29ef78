import { type RefObject, useLayoutEffect } from 'react'
import { placeOf, remember } from '../state/places.ts'
import { useStore } from '../state/store.ts'
import { goTo, topOf } from './place.ts'
import type { TextView } from './text-view.ts'

/** Goes on where reading stopped, and remembers where it stops. */
export function usePlace(
  articleId: string,
  view: TextView,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const place = placeOf(articleId)
    // What is selected goes before: one came here to see it.
    if (place > 0) goTo(view, element, place, () => useStore.getState().selected === null)
    let timer = 0
    const onScroll = () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => remember(articleId, topOf(view, element)), 150)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('scroll', onScroll)
    }
  }, [articleId, view, scroller])
}
