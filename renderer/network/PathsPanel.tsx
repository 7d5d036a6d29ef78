import { X } from 'lucide-react'
import { useMemo } from 'react'
import { evidenceByRelation, sentenceOf } from '../state/select.ts'
import { point, select, useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Passage } from './Passage.tsx'
import { mostPaths, mostSteps, pathsBetween } from './paths.ts'
import { shownNow, usePicture } from './picture.ts'

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
        {paths.map(({ entityIds, relationIds }) => (
          <li
            key={relationIds.join()}
            onMouseEnter={() => point({ entities: [...entityIds, ...relationIds] })}
            onMouseLeave={() => point(null)}
          >
            <h3>
              {relationIds.length} {relationIds.length === 1 ? 'step' : 'steps'}
            </h3>
            {relationIds.map((id) => {
              const relation = rows.relation.get(id)
              if (!relation) return null
              const passages = evidence.get(id) ?? []
              return (
                <div key={id}>
                  <button type="button" className="way-step" onClick={() => select({ kind: 'relation', id })}>
                    <bdi>{sentenceOf(rows, relation)}</bdi>
                    {passages.length === 0 && <span className="dim"> · no passage</span>}
                  </button>
                  {passages.map(({ id: evidenceId, annotationId }) => {
                    const annotation = rows.annotation.get(annotationId)
                    return annotation && <Passage key={evidenceId} annotation={annotation} />
                  })}
                </div>
              )
            })}
          </li>
        ))}
      </ol>
    </section>
  )
}
