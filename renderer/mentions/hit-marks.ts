import type { Hit } from '../../preload/contract/mentions.ts'
import type { Mark } from '../state/marks.ts'
import { marks } from '../state/select.ts'
import type { Rows } from '../state/store.ts'

export type Target = { entityId: string } | { tagId: string }

/** A find with what is marked there already. */
export interface MarkedHit extends Hit {
  /** Of the annotation that marks these very words so. */
  annotationId: string | null
  /** The entity that these words, or words around them, name instead. */
  other: string | null
}

export const keyOf = ({ articleId, start, end }: Hit): string => `${articleId} ${start} ${end}`

export function withMarks(hits: readonly Hit[], target: Target, rows: Rows): MarkedHit[] {
  return hits.map((hit) => {
    const around = marks(rows)
      .touching(hit.articleId, hit.start, hit.end)
      .filter(({ annotation }) => annotation.start <= hit.start && annotation.end >= hit.end)
    const own = around.find((mark) => isExact(mark, hit) && isSo(mark, target))
    const named = around.find(
      ({ annotation: { entityId } }) =>
        'entityId' in target && entityId !== null && entityId !== target.entityId,
    )
    const other = named && rows.entity.get(named.annotation.entityId ?? '')
    return { ...hit, annotationId: own?.annotation.id ?? null, other: other?.name ?? null }
  })
}

const isExact = ({ annotation }: Mark, hit: Hit) =>
  annotation.start === hit.start && annotation.end === hit.end

const isSo = ({ annotation, tags }: Mark, target: Target) =>
  'entityId' in target ? annotation.entityId === target.entityId : tags.some(({ id }) => id === target.tagId)

/** All but those that name another: "State" within "Islamic State" is seldom meant. */
export function ticksAtFirst(hits: readonly MarkedHit[]): Set<string> {
  return new Set(hits.filter(({ other }) => other === null).map(keyOf))
}
