import type { RelationRow } from '../../preload/contract/network.ts'
import { point, select, useStore } from '../state/store.ts'
import { GradeSign } from '../ui/GradeField.tsx'
import { supportOf } from './support.ts'

interface Props {
  relation: RelationRow
  /** The entity it is listed under, whose name need not be said. */
  entityId: string
}

/** A relation in a list: what is done to whom, the best grade and how many passages. A press opens it. */
export function RelationLine({ relation, entityId }: Props) {
  const rows = useStore((state) => state.rows)
  const isFrom = relation.fromId === entityId
  const isSelf = relation.fromId === relation.toId
  const other = rows.entity.get(isFrom ? relation.toId : relation.fromId)?.name
  const support = supportOf(relation.id, rows)
  return (
    <li>
      <button
        type="button"
        className={support.for === 0 ? 'unsupported' : ''}
        onMouseEnter={() => point({ entities: [relation.id] })}
        onMouseLeave={() => point(null)}
        onClick={() => select({ kind: 'relation', id: relation.id })}
      >
        {isFrom ? (
          <>
            <em dir="auto">{relation.kind}</em> <bdi>{isSelf ? 'itself' : other}</bdi>
          </>
        ) : (
          <>
            <bdi>{other}</bdi>{' '}
            <em>
              <bdi>{relation.kind}</bdi> it
            </em>
          </>
        )}
        <span className="tally">
          <GradeSign grade={support.best} />
          {support.for}
        </span>
      </button>
    </li>
  )
}
