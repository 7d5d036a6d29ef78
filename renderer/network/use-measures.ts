import { useEffect, useState } from 'react'
import { useStore } from '../state/store.ts'
import type { Measure, MeasureAsk } from './measures.ts'
import { shownNow, usePicture } from './picture.ts'

/** Measures of what the picture shows, worked out in a worker once it is at rest; null until they are here, or not wanted. */
export function useMeasures(isWanted: boolean): ReadonlyMap<string, Measure> | null {
  const rows = useStore((state) => state.rows)
  const picture = usePicture()
  const [measures, setMeasures] = useState<ReadonlyMap<string, Measure> | null>(null)
  const shown = isWanted ? shownNow(rows, picture) : null
  const asked = shown && askOf(shown.entities, shown.relations, rows.relation)
  // Only who is joined to whom matters: places and names change far more often.
  const key = asked && JSON.stringify(asked)
  useEffect(() => {
    setMeasures(null)
    if (!key) return
    const worker = new Worker(new URL('./measures.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Map<string, Measure>>) => setMeasures(data)
    worker.postMessage(JSON.parse(key) as MeasureAsk)
    return () => worker.terminate()
  }, [key])
  return measures
}

function askOf(
  entities: ReadonlySet<string>,
  relations: ReadonlySet<string>,
  rows: ReadonlyMap<string, { fromId: string; toId: string }>,
): MeasureAsk {
  return {
    entityIds: [...entities],
    relations: [...relations].flatMap((id) => {
      const row = rows.get(id)
      return row ? { fromId: row.fromId, toId: row.toId } : []
    }),
  }
}
