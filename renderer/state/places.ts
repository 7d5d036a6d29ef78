import { call } from './client.ts'
import { useStore } from './store.ts'

/** Where reading stopped, by the article's id: offsets in UTF-16 code units. The settings have them for the next start. */
let places: Record<string, number> = {}
let timer = 0

export function keepPlaces(kept: Record<string, number>): void {
  places = { ...kept }
}

export const placeOf = (articleId: string): number => places[articleId] ?? 0

/** Remembers a place at once, and for the next start when scrolling has rested for a moment. */
export function remember(articleId: string, offset: number): void {
  if (places[articleId] === offset) return
  places[articleId] = offset
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    // Out of the case again, perhaps.
    if (useStore.getState().rows.article.has(articleId)) void call('settings.place', { articleId, offset })
  }, 400)
}
