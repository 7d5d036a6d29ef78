import { ThumbsDown, ThumbsUp, X } from 'lucide-react'
import { useState } from 'react'
import { longDate } from '../../preload/contract/dates.ts'
import { gradeText } from '../../preload/contract/grade.ts'
import type { EvidenceRow } from '../../preload/contract/network.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { GradeField } from '../ui/GradeField.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Passage } from './Passage.tsx'
import { gradeOfEvidence } from './support.ts'

/** A passage for or against a relation: its grade, its words, and where they stand. A press on the words opens their place. */
export function Evidence({ evidence }: { evidence: EvidenceRow }) {
  const rows = useStore((state) => state.rows)
  const [isGrading, setGrading] = useState(false)
  const annotation = rows.annotation.get(evidence.annotationId)
  if (!annotation) return null
  const article = rows.article.get(annotation.articleId)
  const grade = gradeOfEvidence(evidence, rows)
  const isFor = evidence.stance === 'supports'
  const evidenceId = evidence.id
  const cited = [article?.publisher || article?.title, article?.publishedOn && longDate(article.publishedOn)]
  return (
    <div className="evidence">
      <button
        type="button"
        className={evidence.reliability || evidence.credibility ? 'grade-sign' : 'grade-sign inherited'}
        aria-expanded={isGrading}
        aria-label={`Grade: ${gradeText(grade) || 'none'}`}
        title="Grade this passage"
        onClick={() => setGrading(!isGrading)}
      >
        {gradeText(grade) || '··'}
      </button>
      <div>
        <Passage annotation={annotation} />
        <small>
          <bdi>{cited.filter(Boolean).join(', ')}</bdi>
          <span className="evidence-acts">
            <IconButton
              label={isFor ? 'It speaks against it' : 'It speaks for it'}
              onClick={() =>
                call('evidence.attach', {
                  relationId: evidence.relationId,
                  passage: { annotationId: annotation.id },
                  stance: isFor ? 'contradicts' : 'supports',
                })
              }
            >
              {isFor ? <ThumbsDown size={12} /> : <ThumbsUp size={12} />}
            </IconButton>
            <IconButton
              label="Take this passage away"
              title="Take away"
              onClick={() => call('evidence.detach', { evidenceId })}
            >
              <X size={12} />
            </IconButton>
          </span>
        </small>
        {isGrading && (
          <GradeField
            grade={evidence}
            fallback={article}
            onGrade={({ reliability, credibility }) =>
              call('evidence.grade', { evidenceId, reliability, credibility })
            }
          />
        )}
      </div>
    </div>
  )
}
