import { useEffect, useState } from 'react'
import type { StepRow } from '../../preload/contract/history.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'

/** Every step of the case, newest first; also those of other days. */
export function HistoryDialog() {
  const [steps, setSteps] = useState<StepRow[]>([])
  const revision = useStore((state) => state.info?.revision)
  const leave = () => useStore.setState({ open: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step makes a new revision, and a longer list
  useEffect(() => {
    void call('history.list').then((list) => setSteps(list ?? []))
  }, [revision])
  const days = new Map<string, StepRow[]>()
  for (const step of steps) {
    const day = new Date(step.at).toLocaleDateString(undefined, { dateStyle: 'long' })
    days.set(day, [...(days.get(day) ?? []), step])
  }
  return (
    <Dialog label="History" className="history" onLeave={leave}>
      <h2>History</h2>
      {steps.length === 0 && <p className="hint">Nothing was done in this case yet.</p>}
      <div className="days">
        {[...days].map(([day, list]) => (
          <section key={day}>
            <h3>{day}</h3>
            <ol>
              {list.map((step) => (
                <li key={step.id} className={step.undone ? 'undone' : ''}>
                  <bdi>{step.label}</bdi>
                  {step.undone && <span>undone</span>}
                  <time dateTime={step.at}>
                    {new Date(step.at).toLocaleTimeString(undefined, { timeStyle: 'short' })}
                  </time>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <div className="row end">
        <button type="button" className="button" onClick={() => call('history.undo')}>
          Undo last
        </button>
        <button type="button" className="button" onClick={() => call('history.redo')}>
          Redo
        </button>
        <button type="button" className="button primary" onClick={leave}>
          Close
        </button>
      </div>
    </Dialog>
  )
}
