import type { CodebookPreview } from '../../preload/contract/codebook.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { Dialog, focusedFirst } from '../ui/Dialog.tsx'

const counted = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

/** What a codebook file would add, to look through before any of it is in the case. */
export function CodebookDialog({ preview }: { preview: CodebookPreview }) {
  const leave = () => useStore.setState({ open: null })
  const fresh = preview.tags.filter((tag) => tag.isNew).length
  const freshSets = preview.sets.filter((set) => set.isNew).length
  const known = preview.tags.length - fresh
  const add = async () => {
    const added = await call('codebook.add', { previewId: preview.previewId })
    if (!added) return
    useStore.setState({ open: null, side: true, tab: 'tags' })
    const sets = added.sets > 0 ? ` and ${counted(added.sets, 'set')}` : ''
    say({ kind: 'done', text: `${counted(added.tags, 'tag')}${sets} added.`, undo: true })
  }
  return (
    <Dialog label="Import a codebook" className="codebook-preview" onLeave={leave}>
      <h2>
        <bdi>{preview.fileName}</bdi>
      </h2>
      <p className="hint">
        {counted(fresh, 'new tag')}
        {freshSets > 0 && ` and ${counted(freshSets, 'new set')}`}.
        {known > 0 &&
          ` ${counted(known, 'tag')} of the same name ${known === 1 ? 'is' : 'are'} in the case already and ${known === 1 ? 'stays as it is' : 'stay as they are'}.`}
      </p>
      {preview.notices.map((notice) => (
        <p key={notice} className="hint">
          {notice}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys */}
      <ul className="preview-tags" tabIndex={0} aria-label="Tags in the file">
        {preview.tags.map(({ name, description, color, level, isNew }) => (
          <li key={name} style={{ '--indent': Math.min(level - 1, 6) } as React.CSSProperties}>
            <i className="swatch" style={color ? { background: `var(--tag-${color})` } : {}} />
            <span>
              <bdi>{name}</bdi>
              {description && <small dir="auto">{description}</small>}
            </span>
            <em>{isNew ? 'new' : 'in the case'}</em>
          </li>
        ))}
      </ul>
      {preview.sets.length > 0 && (
        <p className="hint">
          Sets:{' '}
          {preview.sets.map(({ name }, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      )}
      <div className="row end">
        <button type="button" className="button" onClick={leave}>
          Leave
        </button>
        <button
          type="button"
          className="button primary"
          ref={focusedFirst}
          disabled={fresh === 0 && preview.sets.length === 0}
          onClick={add}
        >
          Add to the case
        </button>
      </div>
    </Dialog>
  )
}
