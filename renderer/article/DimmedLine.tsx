import { rangeInWords } from '../network/dates-span.ts'
import { isOutside } from '../network/outside.ts'
import { clearFilter, isNarrowed, shownNow, usePicture } from '../network/picture.ts'
import { annotationsByArticle } from '../state/select.ts'
import { useStore } from '../state/store.ts'

/** Says that passages are dimmed, how many and why: a text that is not shown as it was marked must not look as if it were. */
export function DimmedLine({ articleId }: { articleId: string }) {
  const rows = useStore((state) => state.rows)
  const picture = usePicture()
  if (!isNarrowed(picture)) return null
  const shown = shownNow(rows, picture)
  const passages = annotationsByArticle(rows).get(articleId) ?? []
  if (passages.length === 0) return null
  const dimmed = passages.filter((annotation) => isOutside(annotation, rows, shown)).length
  const { from, to } = picture.filter
  return (
    <p className="dimmed-line" role="status">
      {dimmed.toLocaleString('en')} of {passages.length.toLocaleString('en')}{' '}
      {passages.length === 1 ? 'passage' : 'passages'} dimmed:{' '}
      {from || to ? `outside ${rangeInWords({ from, to })}` : 'outside what the network shows'} ·{' '}
      <button type="button" className="link" onClick={clearFilter}>
        show all
      </button>
    </p>
  )
}
