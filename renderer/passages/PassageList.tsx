import { MessageSquare } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Mark } from '../state/marks.ts'
import { point, select, useStore } from '../state/store.ts'
import { showArticle } from '../state/sync.ts'
import { excerpt } from '../ui/excerpt.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'

/** So many are made at once: more than a person scrolls through, fewer than a window feels. */
const pageSize = 200

interface Props {
  marks: Mark[]
  /** Then each article stands over its own. */
  isByPlace: boolean
}

/** Passages, each of which opens its place; the one selected in the text comes into sight here. */
export function PassageList({ marks, isByPlace }: Props) {
  const selectedId = useStore((state) => (state.selected?.kind === 'annotation' ? state.selected.id : null))
  const list = useRef<HTMLUListElement>(null)
  const [size, setSize] = useState(pageSize)
  const at = marks.findIndex(({ annotation }) => annotation.id === selectedId)
  const shown = Math.max(size, at + 1)
  useEffect(() => {
    if (selectedId) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selectedId])
  return (
    <>
      <ul className="passage-list" ref={list}>
        {marks.slice(0, shown).map((mark, index) => (
          <li key={mark.annotation.id}>
            {isByPlace && marks[index - 1]?.annotation.articleId !== mark.annotation.articleId && (
              <ArticleName id={mark.annotation.articleId} />
            )}
            <PassageRow mark={mark} isSelected={mark.annotation.id === selectedId} />
          </li>
        ))}
      </ul>
      {marks.length > shown && (
        <button type="button" className="link" onClick={() => setSize(shown + pageSize)}>
          Show more
        </button>
      )}
    </>
  )
}

function ArticleName({ id }: { id: string }) {
  const title = useStore((state) => state.rows.article.get(id)?.title)
  return (
    <h4>
      <bdi>{title}</bdi>
    </h4>
  )
}

function PassageRow({ mark: { annotation, tags, notes }, isSelected }: { mark: Mark; isSelected: boolean }) {
  const entity = useStore((state) => state.rows.entity.get(annotation.entityId ?? ''))
  return (
    <button
      type="button"
      aria-current={isSelected ? 'true' : undefined}
      onMouseEnter={() => point({ annotations: [annotation.id] })}
      onMouseLeave={() => point(null)}
      onClick={async () => {
        useStore.setState(({ layout }) => ({ layout: layout === 'network' ? 'both' : layout }))
        await showArticle(annotation.articleId)
        select({ kind: 'annotation', id: annotation.id })
      }}
    >
      <q dir="auto">{excerpt(annotation.quote, 140)}</q>
      <span className="carries">
        {entity && (
          <span>
            <TypeIcon type={entity.type} size={12} /> <bdi>{entity.name}</bdi>
          </span>
        )}
        {tags.map((tag) => (
          <span key={tag.id}>
            <i className="swatch" style={{ background: `var(--tag-${tag.color})` }} /> <bdi>{tag.name}</bdi>
          </span>
        ))}
        {notes.length > 0 && (
          <span>
            <MessageSquare size={11} aria-hidden /> {notes.length === 1 ? 'note' : `${notes.length} notes`}
          </span>
        )}
      </span>
    </button>
  )
}
