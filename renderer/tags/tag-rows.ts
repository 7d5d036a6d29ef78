import type { TagRow } from '../../preload/contract/annotate.ts'
import { type Placed, treeOf } from '../../preload/contract/tag-tree.ts'
import type { Rows } from '../state/store.ts'
import { matches } from '../ui/Picker.tsx'
import type { Order, TagsView } from './tags-view.ts'

/** A tag as the Tags tab shows it. */
export interface TagLine extends Placed<TagRow> {
  /** Passages with this tag, and with it or any tag below it. */
  own: number
  all: number
  /** Shown only because a tag below it is looked for. */
  isAside: boolean
  isOpen: boolean
}

/**
 * How many passages have each tag: of its own, and with those below it. A passage that has both counts once. Costs one look at
 * each tagging a level of the tree.
 */
export function countsOf(rows: Rows): Map<string, { own: number; all: number }> {
  const passages = new Map<string, Set<string>>()
  for (const { tagId, annotationId } of rows.tagging.values()) {
    const known = passages.get(tagId)
    if (known) known.add(annotationId)
    else passages.set(tagId, new Set([annotationId]))
  }
  const counts = new Map<string, { own: number; all: number }>()
  const none: ReadonlySet<string> = new Set()
  const below = new Map<string, Set<string>>()
  // From the leaves up: a tag comes after the one it is below.
  for (const { tag, parentId } of treeOf(rows.tag.values(), () => 0).reverse()) {
    const own = passages.get(tag.id) ?? none
    const all = below.get(tag.id) ?? new Set()
    for (const passage of own) all.add(passage)
    counts.set(tag.id, { own: own.size, all: all.size })
    below.delete(tag.id)
    if (!parentId || all.size === 0) continue
    const above = below.get(parentId)
    if (above) for (const passage of all) above.add(passage)
    else below.set(parentId, all)
  }
  return counts
}

/** The lines of the Tags tab: the tree in the order asked for, what is looked for with what it stands below, and no more. */
export function linesOf(rows: Rows, { order, setId, words, collapsed }: TagsView): TagLine[] {
  const counts = countsOf(rows)
  const countOf = (tag: TagRow) => counts.get(tag.id) ?? { own: 0, all: 0 }
  const byName = (a: TagRow, b: TagRow) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)
  const orders: Record<Order, (a: TagRow, b: TagRow) => number> = {
    use: (a, b) => countOf(b).all - countOf(a).all || byName(a, b),
    name: byName,
    made: (a, b) => (a.id < b.id ? -1 : 1),
  }
  const tree = treeOf(rows.tag.values(), orders[order])
  const inSet =
    setId &&
    new Set([...rows.tagSetMember.values()].flatMap((row) => (row.tagSetId === setId ? row.tagId : [])))
  const isFiltered = inSet !== null || words.trim() !== ''
  const isWanted = (tag: TagRow) =>
    (!inSet || inSet.has(tag.id)) && matches(`${tag.name} ${tag.description}`, words.trim())
  const wanted = new Set(tree.flatMap(({ tag }) => (isWanted(tag) ? tag.id : [])))
  const shown = new Set(wanted)
  for (const { tag, parentId } of tree.toReversed()) if (parentId && shown.has(tag.id)) shown.add(parentId)
  const hidden = new Set<string>()
  return tree.flatMap((place) => {
    const { tag, parentId } = place
    if (parentId && hidden.has(parentId)) hidden.add(tag.id)
    if (!shown.has(tag.id) || hidden.has(tag.id)) return []
    // What is looked for is never folded away.
    const isOpen = isFiltered || !collapsed.has(tag.id)
    if (!isOpen) hidden.add(tag.id)
    return { ...place, ...countOf(tag), isAside: isFiltered && !wanted.has(tag.id), isOpen }
  })
}

/** A tag and all that is below it: what it cannot be put below. */
export function branchOf(rows: Rows, id: string): Set<string> {
  const branch = new Set([id])
  for (const { tag, parentId } of treeOf(rows.tag.values(), () => 0))
    if (parentId && branch.has(parentId)) branch.add(tag.id)
  return branch
}
