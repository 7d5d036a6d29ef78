import { useEffect, useMemo, useState } from 'react'
import type { Hits } from '../../preload/contract/mentions.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { useStore } from '../state/store.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { HitList } from './HitList.tsx'
import { keyOf, type Target, ticksAtFirst, withMarks } from './hit-marks.ts'

/** Milliseconds that a person who types is left alone. */
const pause = 150

/**
 * Every place where the names of an entity stand, or words for a tag: ticked ones are marked, those whose tick is taken away no
 * longer are, all in one step.
 */
export function EveryMention({ target, names: first }: { target: Target; names: string }) {
  const rows = useStore((state) => state.rows)
  const articleId = useStore((state) => state.articleId)
  const [names, setNames] = useState(first)
  const [matchCase, setMatchCase] = useState(false)
  const [isEverywhere, setEverywhere] = useState(true)
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  const found = useHits(names, matchCase, isEverywhere ? null : articleId)
  const marked = useMemo(() => withMarks(found?.hits ?? [], target, rows), [found, target, rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step elsewhere must not undo a person's ticks
  useEffect(() => setTicks(ticksAtFirst(marked)), [found])

  const name =
    'entityId' in target ? rows.entity.get(target.entityId)?.name : rows.tag.get(target.tagId)?.name
  const mark = marked.filter((hit) => ticks.has(keyOf(hit)) && !hit.annotationId)
  const unmark = marked.flatMap((hit) =>
    hit.annotationId && !ticks.has(keyOf(hit)) ? [hit.annotationId] : [],
  )
  const leave = () => useStore.setState({ open: null })
  const doAll = async () => {
    const done = await call('annotate.many', {
      as: target,
      mark: mark.map(({ articleId: id, start, end }) => ({ articleId: id, start, end })),
      unmark: unmark.map((annotationId) => ({ annotationId })),
    })
    if (!done) return
    leave()
    say({ kind: 'done', text: `${doing(done.marked, done.unmarked, 'ed')}.`, undo: true })
  }
  return (
    <Dialog label={`Every mention of ${name}`} className="every" onLeave={leave}>
      <h2>
        Every mention of <bdi>{name}</bdi>
      </h2>
      <label>
        Names, one a line; * stands for any letters
        <textarea
          className="field"
          dir="auto"
          rows={Math.min(6, names.split('\n').length + 1)}
          spellCheck={false}
          value={names}
          onChange={(event) => setNames(event.target.value)}
        />
      </label>
      <div className="row">
        <label>
          <input type="checkbox" checked={matchCase} onChange={() => setMatchCase(!matchCase)} /> Match case
        </label>
        <label>
          <input type="checkbox" checked={isEverywhere} onChange={() => setEverywhere(!isEverywhere)} /> In
          all articles
        </label>
        <span className="hint" role="status">
          {found &&
            (marked.length === 0 ? 'None of these stands anywhere.' : `${ticks.size} of ${marked.length}`)}
          {found?.areMore && ', and more than can be listed: do these first.'}
        </span>
        {marked.length > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => setTicks(ticks.size > 0 ? new Set() : new Set(marked.map(keyOf)))}
          >
            {ticks.size > 0 ? 'Tick none' : 'Tick all'}
          </button>
        )}
      </div>
      <HitList hits={marked} ticks={ticks} onTicks={setTicks} />
      <div className="row end">
        <button type="button" className="button" onClick={leave}>
          Cancel
        </button>
        <button
          type="button"
          className="button primary"
          disabled={mark.length + unmark.length === 0}
          onClick={doAll}
        >
          {doing(mark.length, unmark.length, '') || 'Nothing to change'}
        </button>
      </div>
    </Dialog>
  )
}

/** "Mark 7, unmark 2" */
function doing(marked: number, unmarked: number, ending: '' | 'ed'): string {
  const parts = [marked > 0 && `mark${ending} ${marked}`, unmarked > 0 && `unmark${ending} ${unmarked}`]
  const words = parts.filter(Boolean).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function useHits(names: string, matchCase: boolean, articleId: string | null): Hits | null {
  const [hits, setHits] = useState<Hits | null>(null)
  useEffect(() => {
    const wanted = names
      .split('\n')
      .map((name) => name.trim().slice(0, 200))
      .filter((name) => /[\p{L}\p{N}]/u.test(name))
    let isStale = false
    const timer = setTimeout(async () => {
      const answer =
        wanted.length === 0
          ? { hits: [], areMore: false }
          : await call('mention.find', { names: wanted.slice(0, 200), matchCase, articleId })
      if (answer && !isStale) setHits(answer)
    }, pause)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [names, matchCase, articleId])
  return hits
}
