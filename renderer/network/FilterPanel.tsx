import { type ReactNode, useId, useState } from 'react'
import { bases } from '../../preload/contract/network.ts'
import type { BoardFilter } from '../../preload/contract/picture.ts'
import { kindsInUse, tagsByUse } from '../state/select.ts'
import { useStore } from '../state/store.ts'
import { allLooks, lookOf } from '../ui/entity-types.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { DateRange } from './DateRange.tsx'
import { Popover } from './Popover.tsx'
import { clearFilter, isNarrowed, setFilter, shownNow, targets, usePicture } from './picture.ts'

/** Asks what of the network to show. Everything takes at once; the line below the tools says how much is left. */
export function FilterPanel() {
  const rows = useStore((state) => state.rows)
  const picture = usePicture()
  const { filter, around } = picture
  // What is asked for stays to be let go, also once nothing is of it any more.
  const used = new Set(Array.from(rows.entity.values(), ({ type }) => lookOf(type, rows).type))
  const types = allLooks(rows).filter(({ type }) => used.has(type) || filter.types.includes(type))
  const kinds = [...new Set([...kindsInUse(rows), ...filter.kinds])]
  const articles = [...rows.article.values()].sort((a, b) => a.title.localeCompare(b.title))
  const near = around?.ids ?? targets()
  return (
    <Popover label="Filter the network">
      <input
        className="field"
        aria-label="Words in a name or a kind"
        placeholder="Words in a name or a kind"
        value={filter.text}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setFilter({ text: event.target.value })}
      />
      <Chips
        of="types"
        title="Types"
        all={types.map(({ type, label }) => ({ id: type, label, sign: <TypeIcon type={type} size={13} /> }))}
      />
      <Chips of="kinds" title="Kinds of relation" all={kinds.map((kind) => ({ id: kind, label: kind }))} />
      <Chips
        of="bases"
        title="Basis"
        all={bases.map((basis) => ({
          id: basis,
          label: basis,
          sign: <span className={`basis-line ${basis}`} />,
        }))}
      />
      <h3>Best grade at least</h3>
      <div className="row">
        <Grade of="reliability" label="Source" all={['A', 'B', 'C', 'D', 'E']} />
        <Grade of="credibility" label="Information" all={['1', '2', '3', '4', '5']} />
      </div>
      <DateRange />
      <Chips
        of="tagIds"
        title="Tags on its passages"
        all={tagsByUse(rows).map(({ id, name }) => ({ id, label: name }))}
      />
      {articles.length > 1 && (
        <Chips
          of="articleIds"
          title="Articles"
          all={articles.map(({ id, title }) => ({ id, label: title }))}
        />
      )}
      {near.length > 0 && (
        <fieldset>
          <legend>Steps from what is chosen</legend>
          <div className="chips">
            {[1, 2, 3].map((steps) => (
              <button
                key={steps}
                type="button"
                className="chip"
                aria-pressed={around?.steps === steps}
                onClick={() =>
                  usePicture.setState({ around: around?.steps === steps ? null : { ids: near, steps } })
                }
              >
                {steps}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <footer className="row panel-end">
        <span className="dim">
          {shownNow(rows, picture).entities.size} of {rows.entity.size} shown
        </span>
        <button type="button" className="link" disabled={!isNarrowed(picture)} onClick={clearFilter}>
          Show all
        </button>
      </footer>
    </Popover>
  )
}

type Lists = {
  [Key in keyof BoardFilter]: BoardFilter[Key] extends string[] ? Key : never
}[keyof BoardFilter]

interface Choice {
  id: string
  label: string
  sign?: ReactNode
}

/** Of more choices than this the first ones are shown, the most used; two or three more are no reason to hide them. */
const first = 14
const slack = 3

/** Choices of which any number can be on; none on asks for nothing. */
function Chips({ of, title, all }: { of: Lists; title: string; all: Choice[] }) {
  const chosen: readonly string[] = usePicture((picture) => picture.filter[of])
  const [isWhole, setWhole] = useState(false)
  if (all.length === 0) return null
  const put = (id: string) =>
    setFilter({ [of]: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id] })
  const shown =
    isWhole || all.length <= first + slack
      ? all
      : all.filter(({ id }, index) => index < first || chosen.includes(id))
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="chips">
        {shown.map(({ id, label, sign }) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(id)}
            onClick={() => put(id)}
          >
            {sign}
            <bdi>{label}</bdi>
          </button>
        ))}
        {shown.length < all.length && (
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {all.length - shown.length} more
          </button>
        )}
      </div>
    </fieldset>
  )
}

function Grade({ of, label, all }: { of: 'reliability' | 'credibility'; label: string; all: string[] }) {
  const value = usePicture((picture) => picture.filter[of])
  const id = useId()
  return (
    <label htmlFor={id}>
      {label}{' '}
      <select id={id} value={value} onChange={(event) => setFilter({ [of]: event.target.value })}>
        <option value="">any</option>
        {all.map((grade) => (
          <option key={grade}>{grade}</option>
        ))}
      </select>
    </label>
  )
}
