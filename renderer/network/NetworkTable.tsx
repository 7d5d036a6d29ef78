import { useState } from 'react'
import { type Period, periodInWords } from '../../preload/contract/dates.ts'
import { gradeText } from '../../preload/contract/grade.ts'
import { mentionsByEntity } from '../state/select.ts'
import { point, type State, select, useStore } from '../state/store.ts'
import { lookOf } from '../ui/entity-types.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import type { Measure } from './measures.ts'
import { shownNow, usePicture } from './picture.ts'
import { supportOf } from './support.ts'
import { useMeasures } from './use-measures.ts'

/** What a cell shows; a date in words is sorted by when it is, a fraction by all its digits. */
type Cell = string | number | { words: string; sortBy: string | number }
interface Line {
  id: string
  cells: Cell[]
  icon?: React.ReactNode
}

/** Drawn at once; the rest by a button, since a table of thousands is slow to lay out. */
const drawnAtOnce = 300

/** The network as two tables, all that the picture shows and no more: what can be seen can be read, sorted and opened. */
export function NetworkTable() {
  const [what, setWhat] = useState<'entities' | 'relations'>('entities')
  const rows = useStore((state) => state.rows)
  const shown = shownNow(rows, usePicture())
  const measures = useMeasures(what === 'entities')
  const tabs = [
    { id: 'entities', label: `Entities ${shown.entities.size}` },
    { id: 'relations', label: `Relations ${shown.relations.size}` },
  ] as const
  return (
    <div className="network-table">
      <div className="switch">
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={what === id}
            onClick={() => setWhat(id)}
          >
            {label}
          </button>
        ))}
      </div>
      {what === 'entities' ? (
        <SortedTable
          key="entities"
          kind="entity"
          label="Entities"
          heads={['Name', 'Type', 'Mentions', 'Relations', 'Between', 'Community', 'Date']}
          numbers={['Mentions', 'Relations', 'Between', 'Community']}
          lines={entityLines(rows, shown.entities, measures)}
        />
      ) : (
        <SortedTable
          key="relations"
          kind="relation"
          label="Relations"
          heads={['From', 'Kind', 'To', 'Basis', 'Date', 'For', 'Against', 'Grade']}
          numbers={['For', 'Against']}
          lines={relationLines(rows, shown.relations)}
        />
      )}
    </div>
  )
}

/** Dates as they are typed: they stand below each other, and in half the room. */
const dates = (period: Period): Cell => ({
  words: periodInWords(period, (date) => date),
  sortBy: period.startOn || period.endOn,
})

function entityLines(
  rows: State['rows'],
  shown: ReadonlySet<string>,
  measures: ReadonlyMap<string, Measure> | null,
): Line[] {
  return [...shown].flatMap((id) => {
    const row = rows.entity.get(id)
    if (!row) return []
    const found = measures?.get(id)
    const mentions = mentionsByEntity(rows).get(id)?.length ?? 0
    const measured: Cell[] = found
      ? [
          found.degree,
          { words: found.betweenness.toFixed(3), sortBy: found.betweenness },
          found.community || '',
        ]
      : ['…', '…', '…']
    return {
      id,
      icon: <TypeIcon type={row.type} />,
      cells: [row.name, lookOf(row.type, rows).label, mentions, ...measured, dates(row)],
    }
  })
}

function relationLines(rows: State['rows'], shown: ReadonlySet<string>): Line[] {
  const name = (id: string) => rows.entity.get(id)?.name ?? '…'
  return [...shown].flatMap((id) => {
    const row = rows.relation.get(id)
    if (!row) return []
    const { for: supporting, against, best } = supportOf(id, rows)
    return {
      id,
      cells: [
        name(row.fromId),
        row.kind,
        name(row.toId),
        row.basis,
        dates(row),
        supporting,
        against,
        best ? gradeText(best) : '',
      ],
    }
  })
}

const words = new Intl.Collator(undefined, { numeric: true })
const sortOf = (cell: Cell) => (typeof cell === 'object' ? cell.sortBy : cell)
const wordsOf = (cell: Cell) => (typeof cell === 'object' ? cell.words : cell)
function compare(first: Cell = '', second: Cell = ''): number {
  const [a, b] = [sortOf(first), sortOf(second)]
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
}

interface Props {
  kind: 'entity' | 'relation'
  label: string
  heads: string[]
  /** Of these, those with numbers, which are sorted from the most down: also while the numbers are still being worked out. */
  numbers: string[]
  lines: Line[]
}

function SortedTable({ kind, label, heads, numbers, lines }: Props) {
  const [sort, setSort] = useState<{ column: number; isDown: boolean }>({ column: 0, isDown: false })
  const [isAll, setAll] = useState(false)
  const selected = useStore((state) => state.selected)
  const sorted = lines.toSorted(
    (a, b) =>
      compare(a.cells[sort.column], b.cells[sort.column]) * (sort.isDown ? -1 : 1) || compare(a.id, b.id),
  )
  const drawn = isAll ? sorted : sorted.slice(0, drawnAtOnce)
  return (
    <>
      <table aria-label={label}>
        <thead>
          <tr>
            {heads.map((head, column) => {
              const isSorted = sort.column === column
              return (
                <th
                  key={head}
                  scope="col"
                  aria-sort={isSorted ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
                  className={numbers.includes(head) ? 'number' : undefined}
                >
                  <button
                    type="button"
                    onClick={() =>
                      setSort({ column, isDown: isSorted ? !sort.isDown : numbers.includes(head) })
                    }
                  >
                    {head}
                    {isSorted && <span aria-hidden="true">{sort.isDown ? ' ↓' : ' ↑'}</span>}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ id, cells: [first, ...rest], icon }) => (
            <tr
              key={id}
              aria-selected={selected?.kind === kind && selected.id === id}
              onMouseEnter={() => point({ entities: [id] })}
              onMouseLeave={() => point(null)}
            >
              <th scope="row">
                <button
                  type="button"
                  onClick={() => select({ kind, id })}
                  onFocus={() => point({ entities: [id] })}
                  onBlur={() => point(null)}
                  onKeyDown={(event) => step(event)}
                >
                  {icon} <bdi>{wordsOf(first ?? '')}</bdi>
                </button>
              </th>
              {rest.map((cell, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns stay
                  key={index}
                  className={
                    typeof sortOf(cell) === 'number'
                      ? 'number'
                      : typeof cell === 'object'
                        ? 'date'
                        : undefined
                  }
                >
                  <bdi>{wordsOf(cell)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {drawn.length < sorted.length && (
        <button type="button" className="link add" onClick={() => setAll(true)}>
          Show all {sorted.length}
        </button>
      )}
    </>
  )
}

/** Up and down go from row to row. */
function step(event: React.KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget.closest('tr')
  const next =
    event.key === 'ArrowDown'
      ? row?.nextElementSibling
      : event.key === 'ArrowUp'
        ? row?.previousElementSibling
        : null
  if (!next) return
  event.preventDefault()
  next.querySelector('button')?.focus()
}
