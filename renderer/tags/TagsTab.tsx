import { runAction } from '../actions/run.ts'
import { useStore } from '../state/store.ts'
import { SetBar } from './SetBar.tsx'
import { TagEditor } from './TagEditor.tsx'
import { TagTree } from './TagTree.tsx'
import { linesOf } from './tag-rows.ts'
import { type Order, useTagsView } from './tags-view.ts'

const orders: { order: Order; label: string }[] = [
  { order: 'use', label: 'Most used first' },
  { order: 'name', label: 'By name' },
  { order: 'made', label: 'As made' },
]

const links = [
  { id: 'codebook.import', label: 'Import…' },
  { id: 'codebook.csv', label: 'Export CSV…' },
  { id: 'codebook.qdc', label: 'Export REFI-QDA…' },
] as const

/** The codebook: what is shown of it above, the tree of tags, and the tag that is being changed below. */
export function TagsTab() {
  const rows = useStore((state) => state.rows)
  const view = useTagsView()
  // A set can go while it is looked at, by an undo.
  const setId = view.setId && rows.tagSet.has(view.setId) ? view.setId : null
  const lines = linesOf(rows, { ...view, setId })
  const chosen = view.chosen && rows.tag.has(view.chosen) ? view.chosen : null
  const total = rows.tag.size
  return (
    <div className="codebook">
      <div className="codebook-bar">
        <input
          className="field"
          type="search"
          aria-label="Find a tag"
          placeholder={total > 0 ? `Find among ${total} ${total === 1 ? 'tag' : 'tags'}` : 'No tags yet'}
          value={view.words}
          maxLength={200}
          onChange={(event) => useTagsView.setState({ words: event.target.value })}
        />
      </div>
      <div className="codebook-bar">
        <SetBar setId={setId} />
        <select
          className="field small"
          aria-label="Order of the tags"
          value={view.order}
          onChange={(event) => useTagsView.setState({ order: event.target.value as Order })}
        >
          {orders.map(({ order, label }) => (
            <option key={order} value={order}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {total === 0 && (
        <p className="hint">
          Select a passage and press T to make the first tag, or V to make one of its own words.
        </p>
      )}
      {total > 0 && lines.length === 0 && (
        <p className="hint">
          {view.words.trim() ? 'No tag is called that here.' : 'No tag is in this set yet.'}
        </p>
      )}
      {lines.length > 0 && <TagTree lines={lines} chosen={chosen} />}
      <div className="codebook-links">
        {links
          .filter(({ id }) => total > 0 || id === 'codebook.import')
          .map(({ id, label }) => (
            <button key={id} type="button" className="link" onClick={() => runAction(id)}>
              {label}
            </button>
          ))}
      </div>
      {chosen && <TagEditor key={chosen} tagId={chosen} />}
    </div>
  )
}
