import { Redo2, Undo2 } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import type { StepRow } from '../../preload/contract/history.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { dayOf, timeOf } from '../ui/dates.ts'
import { useSteps } from './use-steps.ts'

/** Every step of the case by days, newest first: a press goes back to one, or on to one that was undone. */
export function HistoryTab() {
  const caseId = useStore((state) => state.info?.id)
  return <Steps key={caseId} />
}

function Steps() {
  const [words, setWords] = useState('')
  const { list, more } = useSteps(words)
  if (!list) return null
  const isSearch = words.trim() !== ''
  const days = new Map<string, StepRow[]>()
  for (const step of list.steps) {
    const day = dayOf(step.at)
    const steps = days.get(day)
    if (steps) steps.push(step)
    else days.set(day, [step])
  }
  // One stop for the Tab key: where the case is, or else the newest step that is shown.
  const stop = list.steps.some((step) => step.id === list.present) ? list.present : list.steps[0]?.id
  const hasUndone = (list.steps[0]?.id ?? 0) > list.present
  return (
    <div className="history">
      <input
        className="field"
        type="search"
        aria-label="Search the steps"
        placeholder="Search the steps"
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {list.steps.length === 0 && (
        <p className="hint">{isSearch ? 'No step says so.' : 'Nothing was done in this case yet.'}</p>
      )}
      {hasUndone && <p className="hint">The pale steps are undone. The next new step takes their place.</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the steps inside are buttons; arrows go from one to the next */}
      <div onKeyDown={moveByKeys}>
        {[...days].map(([day, steps]) => (
          <section key={day}>
            <h3>{day}</h3>
            <ol>
              {steps.map((step) => (
                <Step
                  key={step.id}
                  {...step}
                  place={placeOf(step.id, list.present)}
                  isStop={step.id === stop}
                />
              ))}
            </ol>
          </section>
        ))}
        {list.next !== null && <More key={list.next} more={more} />}
        {list.next === null && !isSearch && list.steps.length > 0 && (
          <ol>
            <Step
              id={0}
              label="The beginning of the case"
              at=""
              place={placeOf(0, list.present)}
              isStop={false}
            />
          </ol>
        )}
      </div>
    </div>
  )
}

type Place = 'undone' | 'present' | 'past'
const placeOf = (id: number, present: number): Place =>
  id > present ? 'undone' : id === present ? 'present' : 'past'

const doings = {
  undone: { icon: <Redo2 size={12} />, says: 'Go on to here' },
  present: { icon: null, says: 'The case is here' },
  past: { icon: <Undo2 size={12} />, says: 'Go back to here' },
}

/** One step. Remembered, since a long list would else be drawn anew after each. */
const Step = memo(function Step({
  id,
  label,
  at,
  place,
  isStop,
}: StepRow & { place: Place; isStop: boolean }) {
  const { icon, says } = doings[place]
  return (
    <li>
      <button
        type="button"
        className={`step ${place}`}
        aria-current={place === 'present' ? 'step' : undefined}
        tabIndex={isStop ? 0 : -1}
        title={label}
        onClick={() => place !== 'present' && void go(id, place)}
      >
        <bdi>{label}</bdi>
        {at !== '' && <time dateTime={at}>{timeOf(at)}</time>}
        <span className="go">
          {icon}
          {says}
        </span>
      </button>
    </li>
  )
})

async function go(stepId: number, place: 'undone' | 'past'): Promise<void> {
  const label = await call('history.go', { stepId })
  if (label === null) say({ kind: 'done', text: 'The case is already as it was then.' })
  else if (label && place === 'past') say({ kind: 'done', text: `Done: ${label}`, undo: true })
  else if (label) say({ kind: 'done', text: `Done again, up to: ${label}` })
}

/** Reads on as soon as the end of the list comes near. */
function More({ more }: { more: () => Promise<void> }) {
  const end = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void more()
      },
      { rootMargin: '400px' },
    )
    if (end.current) watch.observe(end.current)
    return () => watch.disconnect()
  })
  return (
    <p ref={end} className="hint">
      Reading older steps…
    </p>
  )
}

function moveByKeys(event: KeyboardEvent<HTMLElement>): void {
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>('.step')]
  const at = steps.indexOf(document.activeElement as HTMLElement)
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: steps.length - 1,
  }[event.key]
  if (to === undefined) return
  event.preventDefault()
  steps[Math.max(0, Math.min(steps.length - 1, to))]?.focus()
}
