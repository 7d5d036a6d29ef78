import type { Settings } from '../../preload/contract/settings.ts'
import { findArticle } from '../case-file/articles.ts'
import type { Desk } from './desk.ts'

/** How many articles' places are remembered; the one that was read longest ago goes first. */
const mostPlaces = 500

export function readSettings({ settings: { now } }: Desk): Settings {
  return { theme: now.theme, reading: now.reading, board: now.board, places: now.places }
}

/** Keeps in this computer's settings where reading stopped. It is no part of the case: to read is not to change. */
export function rememberPlace(
  desk: Desk,
  { articleId, offset }: { articleId: string; offset: number },
): void {
  findArticle(desk.case.read, articleId)
  const { [articleId]: _, ...others } = desk.settings.now.places
  const kept = Object.entries(others).slice(-(mostPlaces - 1))
  desk.settings.change({ places: { ...Object.fromEntries(kept), [articleId]: offset } })
}
