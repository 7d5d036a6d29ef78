import { useState } from 'react'
import type { TagRow } from '../../preload/contract/annotate.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import { call } from '../state/client.ts'
import { passageOf, tagCounts, tagsByUse } from '../state/select.ts'
import { select, useStore } from '../state/store.ts'
import { findNamed } from '../ui/find-named.ts'
import { type Choice, Picker } from '../ui/Picker.tsx'

/** Type to find a tag; a new one where none is called or begins so. A tag the passage carries already is taken off. */
export function TagPicker({ onLeave }: { onLeave: () => void }) {
  const [query, setQuery] = useState('')
  const tags = useStore((state) => tagsByUse(state.rows))
  const counts = useStore((state) => tagCounts(state.rows))
  const taggings = useStore((state) => state.rows.tagging)
  const selected = useStore((state) => state.selected)
  const passage = passageOf(selected)
  const annotationId = selected?.kind === 'annotation' ? selected.id : null
  const carried = new Set(
    [...taggings.values()].filter((row) => row.annotationId === annotationId).map((row) => row.tagId),
  )

  const apply = async (tag: { id: string } | { name: string }) => {
    if (!passage) return
    const done = await call('annotate.tag', { passage, tag })
    if (done) {
      useStore.setState({ repeat: { tagId: done.tagId } })
      select({ kind: 'annotation', id: done.annotationId })
    }
    onLeave()
  }
  const takeOff = async (tagId: string) => {
    if (annotationId) await call('annotate.untag', { annotationId, tagId })
    onLeave()
  }
  const name = query.trim()
  const known = (tag: TagRow): Choice => ({
    key: tag.id,
    label: (
      <>
        <i className="swatch" style={{ background: `var(--tag-${tag.color})` }} />
        <bdi>{tag.name}</bdi>
      </>
    ),
    hint: carried.has(tag.id) ? 'take off' : String(counts.get(tag.id) ?? 0),
    choose: () => void (carried.has(tag.id) ? takeOff(tag.id) : apply({ id: tag.id })),
  })
  const { isThere, likely, others } = findNamed(tags, name, (tag) => [tag.name])
  const choices = likely.map(known)
  if (name && !isThere)
    choices.push({
      key: 'new',
      label: <>Create tag “{onOneLine(name)}”</>,
      choose: () => void apply({ name }),
    })
  choices.push(...others.map(known))
  return (
    <Picker
      label="Tag the passage"
      placeholder={tags.length > 0 ? 'Find or create a tag' : 'Name the first tag'}
      query={query}
      onQuery={setQuery}
      choices={choices}
      onLeave={onLeave}
    />
  )
}
