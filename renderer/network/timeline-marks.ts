import { periodInWords } from '../../preload/contract/dates.ts'
import type { EntityRow, RelationRow } from '../../preload/contract/network.ts'
import type { BoardFilter } from '../../preload/contract/picture.ts'
import { sentenceOf } from '../state/select.ts'
import type { Rows } from '../state/store.ts'
import { lookOf } from '../ui/entity-types.ts'
import { type Dated, daysNamed, isLasting, type Span, spanOf } from './dates-span.ts'
import { shownBy } from './filter.ts'
import { kindLook } from './kinds.ts'

/** How a side of a bar ends: at a date, at a date that is not sure, or not at all as far as the case knows. */
export type Side = 'sure' | 'unsure' | 'lasting'

export interface Mark {
  id: string
  kind: 'entity' | 'relation'
  what: string
  when: string
  color: string
  /** The time it may fall into, which is what filters ask. */
  span: Span
  /** The days that its dates name, which is what is drawn. */
  named: Span
  before: Side
  after: Side
}

/** What is dated among all that passes the filter, in the order of the dates. */
export function marksOf(rows: Rows, filter: BoardFilter): Mark[] {
  const shown = shownBy(rows, filter, null)
  const marks: Mark[] = []
  const add = (row: EntityRow | RelationRow | undefined, look: Pick<Mark, 'kind' | 'what' | 'color'>) => {
    const span = row && spanOf(row)
    const named = row && daysNamed(row)
    if (span && named) marks.push({ id: row.id, ...look, when: whenOf(row), span, named, ...sidesOf(row) })
  }
  for (const row of entitiesOf(rows, shown.entities))
    add(row, { kind: 'entity', what: row.name, color: `var(${lookOf(row.type, rows).color})` })
  for (const id of shown.relations) {
    const row = rows.relation.get(id)
    if (!row) continue
    const { color } = kindLook(row.kind, rows)
    add(row, {
      kind: 'relation',
      what: sentenceOf(rows, row),
      color: color > 0 ? `var(--own-${color})` : 'var(--ink-3)',
    })
  }
  return marks.sort((a, b) => a.named.from - b.named.from || a.named.to - b.named.to)
}

const entitiesOf = (rows: Rows, ids: ReadonlySet<string>): EntityRow[] =>
  Array.from(ids).flatMap((id) => rows.entity.get(id) ?? [])

/** "since 3 January 2020", "began by 2020, no end known", where nothing ends it; else its dates. */
export function whenOf(dated: Dated): string {
  const words = periodInWords(dated)
  if (!isLasting(dated)) return words
  const hasDate = dated.startHow === 'on' || dated.startHow === 'around'
  return hasDate ? `since ${words}` : `began ${words}, no end known`
}

/** What began after a date has no tail before its bar, since it cannot have begun there. */
export function sidesOf(dated: Dated): Pick<Mark, 'before' | 'after'> {
  const { startOn, startHow, endOn, endHow } = dated
  const isStartSure = startOn !== '' && (startHow === 'on' || startHow === 'after')
  const endsHow = endOn === '' ? startHow : endHow
  const isEndSure = endsHow !== 'after' && endsHow !== 'around'
  return {
    before: isStartSure ? 'sure' : 'unsure',
    after: isLasting(dated) ? 'lasting' : isEndSure ? 'sure' : 'unsure',
  }
}
