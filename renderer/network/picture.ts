import { create } from 'zustand'
import type { BoardFilter } from '../../preload/contract/picture.ts'
import { type Rows, useStore } from '../state/store.ts'
import { type Around, isFiltering, noFilter, type Shown, shownBy } from './filter.ts'

/** What a person has made of the picture without changing the case: it goes with the window, and undo leaves it alone. */
export interface Picture {
  /** Entities and groups picked, by hand or by keys, to do something with. */
  picked: readonly string[]
  pickedGroups: readonly string[]
  filter: BoardFilter
  around: Around | null
  /** The two ends whose ways to each other are listed. */
  between: readonly [string, string] | null
  isTable: boolean
  isStrip: boolean
  open: 'filter' | 'menu' | 'name-view' | 'name-group' | null
  /** The next drag over the board draws a lasso. */
  isLasso: boolean
}

const untouched: Picture = {
  picked: [],
  pickedGroups: [],
  filter: noFilter,
  around: null,
  between: null,
  isTable: false,
  isStrip: false,
  open: null,
  isLasso: false,
}

export const usePicture = create<Picture>(() => untouched)

// Another case has other entities to pick, and other types and tags to filter by.
useStore.subscribe(({ info }, last) => {
  if (last.info && last.info.id !== info?.id) usePicture.setState(untouched)
})

export const setFilter = (filter: Partial<BoardFilter>): void =>
  usePicture.setState((picture) => ({ filter: { ...picture.filter, ...filter } }))

export const clearFilter = (): void => usePicture.setState({ filter: noFilter, around: null })

let last: { rows: Rows; filter: BoardFilter; around: Around | null; shown: Shown } | null = null

const asked = [
  'entity',
  'relation',
  'evidence',
  'annotation',
  'tagging',
  'article',
] as const satisfies (keyof Rows)[]

/** What the picture shows of the rows. Remembers its last answer. */
export function shownNow(rows: Rows, { filter, around }: Pick<Picture, 'filter' | 'around'>): Shown {
  const isKnown =
    last?.filter === filter &&
    last.around === around &&
    asked.every((name) => last?.rows[name] === rows[name])
  if (!isKnown || !last) last = { rows, filter, around, shown: shownBy(rows, filter, around) }
  return last.shown
}

/** Whether filter or neighbourhood leave something out. What was hidden by hand is not counted. */
export const isNarrowed = ({ filter, around }: Picture): boolean => around !== null || isFiltering(filter)

/** The entities that an action is about: those picked, else the one chosen. */
export function targets(): string[] {
  const { picked, pickedGroups } = usePicture.getState()
  const { selected, rows } = useStore.getState()
  const known = picked.filter((id) => rows.entity.has(id))
  if (known.length + pickedGroups.length > 0) return known
  return selected?.kind === 'entity' ? [selected.id] : []
}
