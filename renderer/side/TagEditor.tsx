import { useState } from 'react'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'

/** Name, colour and meaning of a tag. */
export function TagEditor({ tagId, onLeave }: { tagId: string; onLeave: () => void }) {
  const tag = useStore((state) => state.rows.tag.get(tagId))
  const [name, setName] = useState(tag?.name ?? '')
  const [description, setDescription] = useState(tag?.description ?? '')
  if (!tag) return null
  const save = async (color = tag.color) => {
    const isSame = name === tag.name && color === tag.color && description === tag.description
    if (!isSame) await call('tag.edit', { tagId, name, color, description })
  }
  return (
    <form
      className="tag-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void save().then(onLeave)
      }}
    >
      <input
        className="field"
        aria-label="Name of the tag"
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <input
        className="field"
        aria-label="What the tag means"
        placeholder="What it means"
        value={description}
        maxLength={2000}
        onChange={(event) => setDescription(event.target.value)}
      />
      <div className="colors" role="radiogroup" aria-label="Colour">
        {[1, 2, 3, 4, 5, 6, 7, 8].map((color) => (
          // biome-ignore lint/a11y/useSemanticElements: a swatch is drawn as a button
          <button
            key={color}
            type="button"
            role="radio"
            aria-checked={color === tag.color}
            aria-label={`Colour ${color}`}
            style={{ background: `var(--tag-${color})` }}
            onClick={() => void save(color)}
          />
        ))}
      </div>
      <div className="row end">
        <button
          type="button"
          className="button small"
          onClick={async () => {
            await call('tag.remove', { tagId })
            say({ kind: 'done', text: `Tag “${tag.name}” deleted.`, undo: true })
          }}
        >
          Delete
        </button>
        <button type="submit" className="button small primary">
          Save
        </button>
      </div>
    </form>
  )
}
