import { X } from 'lucide-react'
import { useMemo } from 'react'
import { gradeText } from '../../preload/contract/grade.ts'
import type { EvidenceRow, RelationRow } from '../../preload/contract/network.ts'
import { evidenceByRelation, sentenceOf } from '../state/select.ts'
import { point, select, useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Passage } from './Passage.tsx'
import { mostPaths, mostSteps, pathsBetween } from './paths.ts'
import { shownNow, usePicture } from './picture.ts'
import { gradeOfEvidence } from './support.ts'

/** The ways from one entity to another over what is shown, the shortest first, each step with the passages it rests on. */
export function PathsPanel({ from, to }: { from: string; to: string }) {
  const rows = useStore((state) => state.rows)
  const picture = usePicture()
  const shown = shownNow(rows, picture)
  const paths = useMemo(() => {
    const relations = [...shown.relations].flatMap((id) => rows.relation.get(id) ?? [])
    return pathsBetween(relations, from, to)
  }, [rows, shown, from, to])
  const name = (id: string) => rows.entity.get(id)?.name ?? '…'
  const evidence = evidenceByRelation(rows)
  return (
    <section className="inspector" aria-label={`Ways from ${name(from)} to ${name(to)}`}>
      <header>
        <div>
          <b>
            <bdi>{name(from)}</bdi> to <bdi>{name(to)}</bdi>
          </b>
          <small>
            {paths.length === 0
              ? `no way of ${mostSteps} steps or fewer in what is shown`
              : `${paths.length === mostPaths ? `the first ${mostPaths}` : paths.length} ${paths.length === 1 ? 'way' : 'ways'}, shortest first`}
          </small>
        </div>
        <IconButton label="Close" onClick={() => usePicture.setState({ between: null })}>
          <X size={14} />
        </IconButton>
      </header>
      <ol className="paths">
        {paths.map(({ entityIds, steps }) => (
          <li
            key={entityIds.join()}
            onMouseEnter={() => point({ entities: [...entityIds, ...steps.flat()] })}
            onMouseLeave={() => point(null)}
          >
            <h3>
              {steps.length} {steps.length === 1 ? 'step' : 'steps'}
            </h3>
            {steps.flat().map((id) => {
              const relation = rows.relation.get(id)
              return relation && <Step key={id} relation={relation} evidence={evidence.get(id) ?? []} />
            })}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** One relation on the way, and what it rests on: the passages for it, then those against it, each with its grade. */
function Step({ relation, evidence }: { relation: RelationRow; evidence: readonly EvidenceRow[] }) {
  const rows = useStore((state) => state.rows)
  const inOrder = evidence.toSorted((a, b) => Number(isAgainst(a)) - Number(isAgainst(b)))
  return (
    <div>
      <button
        type="button"
        className="way-step"
        onClick={() => select({ kind: 'relation', id: relation.id })}
      >
        <bdi>{sentenceOf(rows, relation)}</bdi>
        {evidence.length === 0 && <span className="dim"> · no passage</span>}
      </button>
      {inOrder.map((each) => {
        const annotation = rows.annotation.get(each.annotationId)
        const signs = [isAgainst(each) && 'against', gradeText(gradeOfEvidence(each, rows))].filter(Boolean)
        return (
          annotation && (
            <div key={each.id} className={isAgainst(each) ? 'way-passage against' : 'way-passage'}>
              {signs.length > 0 && <small>{signs.join(' · ')}</small>}
              <Passage annotation={annotation} />
            </div>
          )
        )
      })}
    </div>
  )
}

const isAgainst = ({ stance }: EvidenceRow) => stance === 'contradicts'
