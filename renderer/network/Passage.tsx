import type { AnnotationRow } from '../../preload/contract/annotate.ts'
import { point, select, useStore } from '../state/store.ts'
import { showArticle } from '../state/sync.ts'
import { excerpt } from '../ui/excerpt.ts'

/** A passage quoted with some words around it; a press opens its place. */
export function Passage({ annotation }: { annotation: AnnotationRow }) {
  const title = useStore((state) => state.rows.article.get(annotation.articleId)?.title)
  return (
    <button
      type="button"
      className="passage"
      title={title}
      onMouseEnter={() => point({ annotations: [annotation.id] })}
      onMouseLeave={() => point(null)}
      onClick={async () => {
        await showArticle(annotation.articleId)
        select({ kind: 'annotation', id: annotation.id })
      }}
    >
      <span dir="auto">
        {annotation.quote.length < 60 && <>…{annotation.prefix.replace(/^\S*\s/u, '')}</>}
        <b>{excerpt(annotation.quote, 160)}</b>
        {annotation.quote.length < 60 && <>{annotation.suffix.replace(/\s\S*$/u, '')}…</>}
      </span>
    </button>
  )
}
