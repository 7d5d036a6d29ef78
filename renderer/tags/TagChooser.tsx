import { useState } from 'react'
import type { TagRow } from '../../preload/contract/annotate.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { tagCounts, tagsByUse } from '../state/select.ts'
import { useStore } from '../state/store.ts'
import { findNamed } from '../ui/find-named.ts'
import { type Choice, Picker } from '../ui/Picker.tsx'
import { branchOf } from './tag-rows.ts'

interface Props {
  tag: TagRow
  what: 'parent' | 'merge'
  onLeave: () => void
  onMerged: () => void
}

/** Asks which tag another one goes below, or becomes part of. */
export function TagChooser({ tag, what, onLeave, onMerged }: Props) {
  const [query, setQuery] = useState('')
  const rows = useStore((state) => state.rows)
  const counts = tagCounts(rows)
  const barred = what === 'parent' ? branchOf(rows, tag.id) : new Set([tag.id])
  const move = async (parentId: string | null) => {
    if (await call('tag.move', { tagId: tag.id, parentId })) onLeave()
  }
  const merge = async (into: TagRow) => {
    const name = await call('tag.merge', { tagId: tag.id, intoId: into.id })
    if (!name) return
    say({ kind: 'done', text: `“${tag.name}” is part of “${name}” now.`, undo: true })
    onMerged()
  }
  const free = tagsByUse(rows).filter((other) => !barred.has(other.id))
  const { likely, others } = findNamed(free, query, (other) => [other.name])
  const choices: Choice[] = [...likely, ...others].map((other) => ({
    key: other.id,
    label: (
      <>
        <i className="swatch" style={{ background: `var(--tag-${other.color})` }} />
        <bdi>{other.name}</bdi>
      </>
    ),
    hint: String(counts.get(other.id) ?? 0),
    choose: () => void (what === 'parent' ? move(other.id) : merge(other)),
  }))
  if (what === 'parent' && tag.parentId && query.trim() === '')
    choices.unshift({ key: 'top', label: 'At the top', choose: () => void move(null) })
  return (
    <div className="tag-editor">
      <p>
        {what === 'parent' ? 'Put ' : 'Merge '}
        <bdi>“{tag.name}”</bdi>
        {what === 'parent' ? ' below' : ' into'}
      </p>
      <Picker
        label={what === 'parent' ? 'Put the tag below' : 'Merge the tag into'}
        placeholder="Find a tag"
        query={query}
        onQuery={setQuery}
        choices={choices}
        onLeave={onLeave}
      />
    </div>
  )
}
