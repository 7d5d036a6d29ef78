import { keyOfTag } from '../state/select.ts'
import { point, useStore } from '../state/store.ts'
import { lightTag } from './light-tag.ts'
import { useTagsView } from './tags-view.ts'

interface TagListProps {
  tags: { id: string; name: string; color: number; count: number }[]
}

/** Tags with their counts. Pointing at one lights its passages; a press on one shows it in the Tags tab. */
export function TagList({ tags }: TagListProps) {
  const keys = useStore((state) => keyOfTag(state.rows))
  return (
    <ul className="tags">
      {tags.map((tag) => (
        <li key={tag.id} onMouseEnter={() => lightTag(tag.id)} onMouseLeave={() => point(null)}>
          <button
            type="button"
            onClick={() => {
              useStore.setState({ tab: 'tags' })
              useTagsView.setState({ chosen: tag.id, words: '', setId: null })
            }}
            onFocus={() => lightTag(tag.id)}
            onBlur={() => point(null)}
          >
            <i className="swatch" style={{ background: `var(--tag-${tag.color})` }} />
            <bdi>{tag.name}</bdi>
            {keys.has(tag.id) && <kbd>{keys.get(tag.id)}</kbd>}
            <span>{tag.count}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
