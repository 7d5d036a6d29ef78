import { type RefObject, useEffect } from 'react'
import type { Shown } from '../network/filter.ts'
import { isOutside } from '../network/outside.ts'
import { isNarrowed, shownNow, usePicture } from '../network/picture.ts'
import { useStore } from '../state/store.ts'

/** What the network's filter leaves; null where it leaves all. */
let shown: Shown | null = null

/** Dims the words of passages that the network's filter leaves out, straight in the page as pointing lights them. */
export function useDimmed(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const follow = () => {
      const picture = usePicture.getState()
      const next = isNarrowed(picture) ? shownNow(useStore.getState().rows, picture) : null
      if (next === shown) return
      shown = next
      if (root.current) dim(root.current)
    }
    follow()
    const stops = [useStore.subscribe(follow), usePicture.subscribe(follow)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [root])
}

/** Dims the marks below an element as the filter says now; rendered marks are new elements. */
export function dim(element: HTMLElement): void {
  if (!shown) {
    for (const old of element.querySelectorAll('[data-outside]')) old.removeAttribute('data-outside')
    return
  }
  const { rows } = useStore.getState()
  const left = shown
  for (const words of element.querySelectorAll<HTMLElement>('mark[data-annotations]')) {
    const here = (words.dataset.annotations?.split(' ') ?? []).flatMap((id) => rows.annotation.get(id) ?? [])
    // Words that several passages share stay as they are while one of these does.
    words.toggleAttribute(
      'data-outside',
      here.length > 0 && here.every((each) => isOutside(each, rows, left)),
    )
  }
}
