import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TagRow } from '../../preload/contract/annotate.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { keyOfTag } from '../state/select.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { removeTag } from './remove-tag.ts'
import { SetsOfTag } from './SetsOfTag.tsx'
import { TagChooser } from './TagChooser.tsx'
import { useTagsView } from './tags-view.ts'

const colors = ['brown', 'blue', 'teal', 'pink', 'violet', 'red', 'olive', 'slate']

/** Name, colour, meaning, key, sets and place of a tag. */
export function TagEditor({ tagId }: { tagId: string }) {
  const tag = useStore((state) => state.rows.tag.get(tagId))
  return tag ? <Editor tag={tag} /> : null
}

function Editor({ tag }: { tag: TagRow }) {
  const tagId = tag.id
  const key = useStore((state) => keyOfTag(state.rows).get(tagId) ?? 0)
  const [name, setName] = useState(tag.name)
  const [description, setDescription] = useState(tag.description)
  // An undo changes the tag while it is open.
  useEffect(() => setName(tag.name), [tag.name])
  useEffect(() => setDescription(tag.description), [tag.description])
  const [choosing, setChoosing] = useState<'parent' | 'merge' | null>(null)
  const leave = () => useTagsView.setState({ chosen: null })
  const save = async (color = tag.color) => {
    const isSame = name === tag.name && color === tag.color && description === tag.description
    if (!isSame) await call('tag.edit', { tagId, name, color, description })
  }
  const pin = async (chosen: number) => {
    const loser = await call('tag.pin', { tagId, pin: chosen })
    if (loser)
      say({ kind: 'done', text: `Key ${chosen} was that of “${loser}”, which has none now.`, undo: true })
  }
  if (choosing)
    return <TagChooser tag={tag} what={choosing} onLeave={() => setChoosing(null)} onMerged={leave} />
  return (
    <form
      className="tag-editor"
      aria-label={`Tag “${tag.name}”`}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
      }}
    >
      <div className="row">
        <input
          className="field"
          aria-label="Name of the tag"
          value={name}
          maxLength={200}
          dir="auto"
          onChange={(event) => setName(event.target.value)}
          onBlur={() => void save()}
        />
        <IconButton label="Close" onClick={leave}>
          <X size={14} />
        </IconButton>
      </div>
      <textarea
        className="field"
        aria-label="What the tag means"
        placeholder="What it means, and when to use it"
        value={description}
        maxLength={2000}
        rows={2}
        dir="auto"
        onChange={(event) => setDescription(event.target.value)}
        onBlur={() => void save()}
      />
      <div className="colors" role="radiogroup" aria-label="Colour">
        {colors.map((label, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a swatch is drawn as a button
          <button
            key={label}
            type="button"
            role="radio"
            aria-checked={index + 1 === tag.color}
            aria-label={label}
            title={label}
            style={{ background: `var(--tag-${index + 1})` }}
            onClick={() => void save(index + 1)}
          />
        ))}
      </div>
      <div className="row">
        <label>
          Key{' '}
          <select
            className="field small"
            value={key}
            onChange={(event) => void pin(Number(event.target.value))}
          >
            <option value={0}>none</option>
            {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <SetsOfTag tagId={tagId} />
      </div>
      <div className="row links">
        <button type="button" className="link" onClick={() => setChoosing('parent')}>
          Move below…
        </button>
        <button type="button" className="link" onClick={() => setChoosing('merge')}>
          Merge into…
        </button>
        <button type="button" className="link" onClick={() => void removeTag(tag)}>
          Delete
        </button>
      </div>
    </form>
  )
}
