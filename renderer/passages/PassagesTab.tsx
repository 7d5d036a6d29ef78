import { Grid3x3, Highlighter, Pin } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { runAction } from '../actions/run.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { findPassages, inWords, type Order } from './find-passages.ts'
import { KeptQueries } from './KeptQueries.tsx'
import { PassageList } from './PassageList.tsx'

const orders: [Order, string][] = [
  ['place', 'by place'],
  ['newest', 'newest first'],
  ['tag', 'by tag'],
]

/** All passages of the case, or those that a question to the tags finds. The text can show these alone. */
export function PassagesTab() {
  const rows = useStore((state) => state.rows)
  const words = useStore((state) => state.passageQuery)
  const [order, setOrder] = useState<Order>('place')
  const isShown = useStore((state) => state.shownOnly !== null)
  const { marks, trouble } = useMemo(() => findPassages(rows, words, order), [rows, words, order])
  const isAsking = words.trim() !== ''
  useShowOnly(isShown, marks)
  return (
    <div className="passages">
      <input
        className="field"
        type="search"
        dir="auto"
        aria-label="Ask the tags"
        placeholder="claim AND NOT rumour"
        maxLength={4000}
        aria-invalid={trouble !== ''}
        aria-describedby="passages-say"
        value={inWords(rows, words)}
        onChange={(event) => useStore.setState({ passageQuery: event.target.value })}
      />
      <KeptQueries words={words} />
      <div className="row passage-tools">
        <span id="passages-say" role="status" className={trouble ? 'warning' : 'hint'}>
          {trouble ||
            (isAsking
              ? `${marks.length.toLocaleString('en')} of ${rows.annotation.size.toLocaleString('en')}`
              : `${marks.length.toLocaleString('en')} ${marks.length === 1 ? 'passage' : 'passages'}`)}
        </span>
        <select
          aria-label="Order of the passages"
          value={order}
          onChange={(event) => setOrder(event.target.value as Order)}
        >
          {orders.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="icon tiny"
          aria-pressed={isShown}
          aria-label="Show only these in the text"
          title="Show only these in the text"
          onClick={() =>
            useStore.setState({
              shownOnly: isShown ? null : new Set(marks.map(({ annotation }) => annotation.id)),
            })
          }
        >
          <Highlighter size={14} />
        </button>
        <button
          type="button"
          className="icon tiny"
          aria-label="Tags by tags, articles or entities"
          title="Tags by tags, articles or entities"
          onClick={() => runAction('view.matrix')}
        >
          <Grid3x3 size={14} />
        </button>
        {isAsking && !trouble && <KeepButton words={words} />}
      </div>
      {rows.annotation.size === 0 ? (
        <p className="hint">Select words in the text and press T, E or N: they become the first passage.</p>
      ) : (
        <PassageList marks={marks} isByPlace={order === 'place'} />
      )}
      {isAsking && !trouble && marks.length === 0 && <p className="hint">No passage is tagged so.</p>}
    </div>
  )
}

/** Keeps what the text shows alone the same as what is found here. */
function useShowOnly(isShown: boolean, marks: ReturnType<typeof findPassages>['marks']): void {
  useEffect(() => {
    if (isShown) useStore.setState({ shownOnly: new Set(marks.map(({ annotation }) => annotation.id)) })
  }, [isShown, marks])
}

function KeepButton({ words }: { words: string }) {
  const rows = useStore((state) => state.rows)
  const asked = inWords(rows, words.trim())
  const isKept = [...rows.tagQuery.values()].some(({ expression }) => inWords(rows, expression) === asked)
  if (isKept) return null
  return (
    <button
      type="button"
      className="icon tiny"
      aria-label="Keep this question"
      title="Keep this question: it stays live"
      onClick={() => call('query.keep', { name: asked.slice(0, 200), expression: words })}
    >
      <Pin size={14} />
    </button>
  )
}
