import type { Stance } from '../../preload/contract/network.ts'
import { call } from '../state/client.ts'
import { evidenceByRelation } from '../state/select.ts'
import { useStore } from '../state/store.ts'
import { excerpt } from '../ui/excerpt.ts'

/** Adds the passage that was selected last in the text. */
export function AttachPassage({ relationId }: { relationId: string }) {
  const passage = useStore((state) => state.passage)
  const words = useStore(({ passage: span, content }) =>
    span && content ? content.text.slice(span.start, span.end) : '',
  )
  const isEvidence = useStore(({ rows }) =>
    (evidenceByRelation(rows).get(relationId) ?? []).some(({ annotationId }) => {
      const annotation = rows.annotation.get(annotationId)
      if (!passage || annotation?.articleId !== passage.articleId) return false
      // The case keeps a passage without the blanks at its ends.
      const isInside = annotation.start >= passage.start && annotation.end <= passage.end
      return isInside && annotation.quote === words.trim()
    }),
  )
  if (!passage || isEvidence) return <p className="hint">To add a passage, select its words in the text.</p>
  const attach = (stance: Stance) => call('evidence.attach', { relationId, passage, stance })
  return (
    <div className="attach">
      <blockquote dir="auto">{excerpt(words, 90)}</blockquote>
      <div className="row">
        <button type="button" className="button small" onClick={() => attach('supports')}>
          Add for
        </button>
        <button type="button" className="button small" onClick={() => attach('contradicts')}>
          Add against
        </button>
      </div>
    </div>
  )
}
