import { useState } from 'react'
import { useStore } from '../state/store.ts'
import { keyOf, type MarkedHit } from './hit-marks.ts'

const pageSize = 200

interface Props {
  hits: readonly MarkedHit[]
  ticks: ReadonlySet<string>
  onTicks: (ticks: ReadonlySet<string>) => void
}

/** The finds, each with a tick, under the articles they stand in. */
export function HitList({ hits, ticks, onTicks }: Props) {
  const [size, setSize] = useState(pageSize)
  const titles = useStore((state) => state.rows.article)
  const turn = (key: string) => {
    const next = new Set(ticks)
    if (!next.delete(key)) next.add(key)
    onTicks(next)
  }
  return (
    <div className="every-hits">
      <ul>
        {hits.slice(0, size).map((hit, index) => (
          <li key={keyOf(hit)}>
            {hits[index - 1]?.articleId !== hit.articleId && (
              <h3>
                <bdi>{titles.get(hit.articleId)?.title}</bdi>
              </h3>
            )}
            <label>
              <input type="checkbox" checked={ticks.has(keyOf(hit))} onChange={() => turn(keyOf(hit))} />
              <span dir="auto">
                …{hit.before}
                <b>{hit.words}</b>
                {hit.after}…
              </span>
              {hit.annotationId && <small>marked</small>}
              {hit.other && (
                <small>
                  names <bdi>{hit.other}</bdi>
                </small>
              )}
            </label>
          </li>
        ))}
      </ul>
      {hits.length > size && (
        <button type="button" className="link" onClick={() => setSize(size + pageSize)}>
          Show more
        </button>
      )}
    </div>
  )
}
