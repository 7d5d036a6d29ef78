import { type FormEvent, useState } from 'react'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { useTagsView } from './tags-view.ts'

const making = 'new'
const changing = 'change'

/** Which set of tags is shown; sets are made, renamed and deleted here too. */
export function SetBar({ setId }: { setId: string | null }) {
  const sets = useStore((state) => state.rows.tagSet)
  const [naming, setNaming] = useState<typeof making | typeof changing | null>(null)
  const set = setId ? sets.get(setId) : undefined
  const show = (id: string | null) => useTagsView.setState({ setId: id })
  if (naming)
    return (
      <SetName
        setId={naming === changing ? setId : null}
        onLeave={(made) => {
          setNaming(null)
          if (made) show(made)
        }}
      />
    )
  return (
    <select
      className="field small"
      aria-label="Set of tags that is shown"
      value={setId ?? ''}
      onChange={(event) => {
        const { value } = event.target
        if (value === making || value === changing) setNaming(value)
        else show(value || null)
      }}
    >
      <option value="">All tags</option>
      {[...sets.values()]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ id, name }) => (
          <option key={id} value={id} dir="auto">
            {name}
          </option>
        ))}
      <hr />
      <option value={making}>New set…</option>
      {set && <option value={changing}>Rename or delete this set…</option>}
    </select>
  )
}

/** The name of a new set, or of one there is, with a way to delete it. `onLeave` gets the id of a new one. */
function SetName({ setId, onLeave }: { setId: string | null; onLeave: (made?: string) => void }) {
  const set = useStore((state) => (setId ? state.rows.tagSet.get(setId) : undefined))
  const [name, setName] = useState(set?.name ?? '')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!set) {
      const made = await call('tagSet.make', { name })
      if (made) onLeave(made.tagSetId)
    } else if (name === set.name || (await call('tagSet.rename', { tagSetId: set.id, name }))) onLeave()
  }
  const remove = async () => {
    if (!set) return
    if (!(await call('tagSet.remove', { tagSetId: set.id }))) return
    say({ kind: 'done', text: `Set “${set.name}” deleted. Its tags are still there.`, undo: true })
    onLeave()
  }
  return (
    <form
      className="set-name"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it takes the place of what was just chosen
        autoFocus
        className="field"
        aria-label="Name of the set"
        placeholder="Name of the set"
        value={name}
        maxLength={200}
        dir="auto"
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button small primary">
        {set ? 'Save' : 'Make'}
      </button>
      <button type="button" className="button small" onClick={set ? remove : () => onLeave()}>
        {set ? 'Delete' : 'Leave'}
      </button>
    </form>
  )
}
