import { useEffect, useState } from 'react'
import { type Matrix, type Nearness, nearnesses } from '../../preload/contract/queries.ts'
import type { Input } from '../../preload/contract.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { marksOf } from './marks-of.ts'
import { PassageList } from './PassageList.tsx'

type By = Input<'case.matrix'>['by']
const bys: [By, string][] = [
  ['tag', 'tags'],
  ['article', 'articles'],
  ['entity', 'entities'],
]
const labels: Record<Nearness, string> = {
  same: 'on the same passage',
  overlaps: 'overlapping',
  within: 'within some words',
  inside: 'inside of',
  before: 'before, in the same article',
}

/** Tags by tags, articles or entities: a cell counts the passages of its row's tag, and opens them. */
export function MatrixDialog() {
  const rows = useStore((state) => state.rows)
  const [by, setBy] = useState<By>('tag')
  const [nearness, setNearness] = useState<Nearness>('overlaps')
  const [words, setWords] = useState(10)
  const [opened, setOpened] = useState<{ row: number; column: number } | null>(null)
  const matrix = useMatrix({ by, nearness, words })
  const leave = () => useStore.setState({ open: null })
  const names = (id: string | undefined) =>
    (rows.tag.get(id ?? '') ?? rows.entity.get(id ?? ''))?.name ?? rows.article.get(id ?? '')?.title ?? '…'
  const table = matrix && withoutEmpty(matrix)
  const passages = opened && table?.passages(opened.row, opened.column)
  return (
    <Dialog label="Matrix" className="matrix" onLeave={leave}>
      <div className="row matrix-asks">
        <h2>Tags by</h2>
        <Choice label="Columns" value={by} choices={bys} onChoose={setBy} />
        {by !== 'article' && (
          <Choice
            label="How they stand to each other"
            value={nearness}
            choices={nearnesses.map((each) => [each, labels[each]])}
            onChoose={setNearness}
          />
        )}
        {by !== 'article' && nearness === 'within' && (
          <input
            className="field words"
            type="number"
            aria-label="Words between them"
            min={1}
            max={10_000}
            value={words}
            onChange={(event) => setWords(Math.min(10_000, Math.max(1, event.target.valueAsNumber || 1)))}
          />
        )}
      </div>
      <div className="matrix-body">
        {!table ? (
          <p className="hint late">Counting…</p>
        ) : table.rows.length === 0 ? (
          <p className="hint">No passages stand so to each other.</p>
        ) : (
          <table>
            <thead>
              <tr>
                <td />
                {table.columns.map((column) => (
                  <th key={column} scope="col" title={names(matrix.columns[column])}>
                    <bdi>{names(matrix.columns[column])}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row}>
                  <th scope="row" title={names(matrix.rows[row])}>
                    <bdi>{names(matrix.rows[row])}</bdi> <span>{matrix.totals[row]}</span>
                  </th>
                  {table.columns.map((column) => (
                    <Cell
                      key={column}
                      count={table.passages(row, column)?.length ?? 0}
                      most={table.most}
                      isItself={by === 'tag' && matrix.rows[row] === matrix.columns[column]}
                      isOpen={opened?.row === row && opened.column === column}
                      label={`${names(matrix.rows[row])}, ${names(matrix.columns[column])}`}
                      onOpen={() => setOpened({ row, column })}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {passages && opened && (
          <section className="matrix-passages" aria-label="Passages of the cell">
            <h3>
              <bdi>{names(matrix?.rows[opened.row])}</bdi> ×{' '}
              <bdi>{names(matrix?.columns[opened.column])}</bdi>
            </h3>
            <PassageList marks={marksOf(rows, passages)} isByPlace />
          </section>
        )}
      </div>
      <div className="row end">
        <button
          type="button"
          className="button"
          disabled={!table || table.rows.length === 0}
          onClick={async () => {
            if (!matrix || !table) return
            const head = ['', ...table.columns.map((column) => names(matrix.columns[column]))]
            const lines = table.rows.map((row) => [
              names(matrix.rows[row]),
              ...table.columns.map((column) => String(table.passages(row, column)?.length ?? 0)),
            ])
            const file = await call('export.table', { name: `Tags by ${by}`, rows: [head, ...lines] })
            if (file) say({ kind: 'done', text: `The table is in “${file}”.` })
          }}
        >
          Export as CSV…
        </button>
        <button type="button" className="button primary" onClick={leave}>
          Close
        </button>
      </div>
    </Dialog>
  )
}

function useMatrix({ by, nearness, words }: Input<'case.matrix'>): Matrix | null {
  const revision = useStore((state) => state.info?.revision)
  const [matrix, setMatrix] = useState<Matrix | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step may change any cell
  useEffect(() => {
    let isStale = false
    void call('case.matrix', { by, nearness, words }).then((answer) => {
      if (answer && !isStale) setMatrix(answer)
    })
    return () => {
      isStale = true
    }
  }, [by, nearness, words, revision])
  return matrix
}

/** A matrix by its cells, without the rows and columns in which there is nothing. */
function withoutEmpty({ cells }: Matrix) {
  const byPlace = new Map(cells.map(([row, column, passages]) => [`${row} ${column}`, passages]))
  const sorted = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b)
  return {
    rows: sorted(cells.map(([row]) => row)),
    columns: sorted(cells.map(([, column]) => column)),
    most: cells.reduce(
      (most, [row, column, { length }]) => (row === column ? most : Math.max(most, length)),
      1,
    ),
    passages: (row: number, column: number) => byPlace.get(`${row} ${column}`),
  }
}

interface CellProps {
  count: number
  most: number
  isItself: boolean
  isOpen: boolean
  label: string
  onOpen: () => void
}

function Cell({ count, most, isItself, isOpen, label, onOpen }: CellProps) {
  if (count === 0) return <td />
  const strength = isItself ? 0 : Math.round(6 + 34 * (count / most))
  return (
    <td>
      <button
        type="button"
        aria-pressed={isOpen}
        aria-label={`${label}: ${count}`}
        className={isItself ? 'itself' : undefined}
        style={{ background: `color-mix(in srgb, var(--accent) ${strength}%, transparent)` }}
        onClick={onOpen}
      >
        {count}
      </button>
    </td>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  choices: [Value, string][]
  onChoose: (value: Value) => void
}

function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChoose(event.target.value as Value)}>
      {choices.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}
