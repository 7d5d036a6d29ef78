/** A tag at its place among all: in reading order, each after the one it is below. */
export interface Placed<Tag> {
  tag: Tag
  /** 1 at the top. */
  level: number
  /** The tag it stands below here; null at the top, also where its own parent is gone or part of a circle. */
  parentId: string | null
  children: number
}

/**
 * Tags in the order in which a tree shows them; `compare` orders the ones below the same tag. A case from elsewhere may hold a
 * circle or a parent that is not there: such tags stand at the top, and every tag comes exactly once.
 */
export function treeOf<Tag extends { id: string; parentId: string | null }>(
  tags: Iterable<Tag>,
  compare: (a: Tag, b: Tag) => number,
): Placed<Tag>[] {
  const sorted = [...tags].sort(compare)
  const known = new Set(sorted.map((tag) => tag.id))
  const below = Map.groupBy(sorted, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null))
  const placed = new Map<string, Placed<Tag>>()
  // No recursion: a stranger's case can nest deeper than the stack is.
  const walk = (from: Tag) => {
    const waiting = [{ tag: from, level: 1, parentId: null as string | null }]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { tag, level } = next
      if (placed.has(tag.id)) continue
      placed.set(tag.id, { ...next, children: 0 })
      const above = next.parentId && placed.get(next.parentId)
      if (above) above.children++
      const children = below.get(tag.id) ?? []
      for (const child of children.toReversed())
        waiting.push({ tag: child, level: level + 1, parentId: tag.id })
    }
  }
  for (const tag of below.get(null) ?? []) walk(tag)
  for (const tag of sorted) if (!placed.has(tag.id)) walk(tag)
  return [...placed.values()]
}
