import { useEffect } from 'react'
import { evidenceByRelation } from '../state/select.ts'
import { useStore } from '../state/store.ts'

let annotations: ReadonlySet<string> = new Set()
let entities: ReadonlySet<string> = new Set()

/** Lights the words of what is pointed at, straight in the page: pointing must keep up with the pointer. */
export function useLit(root: React.RefObject<HTMLElement | null>): void {
  useEffect(
    () =>
      useStore.subscribe(({ lit, rows }, before) => {
        if (lit === before.lit || !root.current) return
        const evidence = evidenceByRelation(rows)
        entities = new Set(lit.entities)
        annotations = new Set([
          ...lit.annotations,
          ...lit.entities.flatMap((id) => evidence.get(id)?.map((row) => row.annotationId) ?? []),
        ])
        light(root.current)
      }),
    [root],
  )
}

/** Lights the marks below an element as is pointed now; rendered marks are new elements. */
export function light(element: HTMLElement): void {
  for (const old of element.querySelectorAll('[data-lit]')) old.removeAttribute('data-lit')
  if (annotations.size === 0 && entities.size === 0) return
  for (const mark of element.querySelectorAll<HTMLElement>('mark[data-annotations]')) {
    const names = (list: string | undefined, among: ReadonlySet<string>) =>
      list?.split(' ').some((id) => among.has(id))
    if (names(mark.dataset.annotations, annotations) || names(mark.dataset.entities, entities))
      mark.setAttribute('data-lit', '')
  }
}
