import { useEffect, useState } from 'react'
import type { StepPage } from '../../preload/contract/history.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'

/** The steps read so far, newest first, and how to read on. Undefined until the first page is here. */
export function useSteps(words: string): { list: StepPage | undefined; more: () => Promise<void> } {
  const revision = useStore((state) => state.info?.revision)
  const [read, setRead] = useState<{ words: string; list: StepPage }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step makes a new revision, and another first page
  useEffect(() => {
    let isWanted = true
    void call('history.list', { before: null, words }).then((first) => {
      if (!first || !isWanted) return
      setRead((old) => ({ words, list: old?.words === words ? joined(first, old.list) : first }))
    })
    return () => {
      isWanted = false
    }
  }, [revision, words])

  const list = read?.list
  const more = async () => {
    if (!list?.next) return
    const page = await call('history.list', { before: list.next, words })
    if (!page) return
    // Two that asked for the same page, or a first page that came meanwhile: only what follows on is taken.
    setRead((old) =>
      old?.words === words && old.list.next === list.next
        ? { words, list: { ...page, steps: [...old.list.steps, ...page.steps] } }
        : old,
    )
  }
  return { list, more }
}

/** A first page read anew, and what was read further down before: older steps never change. */
function joined(first: StepPage, old: StepPage): StepPage {
  const { next } = first
  const older = next === null ? [] : old.steps.filter((step) => step.id < next)
  return older.length === 0 ? first : { ...first, steps: [...first.steps, ...older], next: old.next }
}
