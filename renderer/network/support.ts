import { bestGrade, type Grade, gradeOf } from '../../preload/contract/grade.ts'
import type { EvidenceRow } from '../../preload/contract/network.ts'
import { evidenceByRelation } from '../state/select.ts'
import type { Rows } from '../state/store.ts'

/** What a relation rests on: how many passages speak for it and against it, and the best grade of those for it. */
export interface Support {
  for: number
  against: number
  best: Grade | null
}

export function supportOf(relationId: string, rows: Rows): Support {
  const evidence = evidenceByRelation(rows).get(relationId) ?? []
  const supporting = evidence.filter((row) => row.stance === 'supports')
  return {
    for: supporting.length,
    against: evidence.length - supporting.length,
    best: bestGrade(supporting.map((row) => gradeOfEvidence(row, rows))),
  }
}

export function gradeOfEvidence(evidence: EvidenceRow, rows: Rows): Grade {
  const articleId = rows.annotation.get(evidence.annotationId)?.articleId
  return gradeOf(evidence, articleId ? rows.article.get(articleId) : undefined)
}
