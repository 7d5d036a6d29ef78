import type { passageActions } from '../../preload/contract/passage-actions.ts'
import type { Doing } from '../actions/doing.ts'
import { canRepeat, repeat } from '../actions/repeat.ts'
import { call } from '../state/client.ts'
import { say } from '../state/messages.ts'
import { select, useStore } from '../state/store.ts'
import { mergeable, nextOutward, passagesHere, selectedMark } from './overlaps.ts'
import { nearestEdge, resizedByWord } from './word-edges.ts'

/** Puts a passage on other words, and says so where another one stood there already. */
export async function resize(annotationId: string, start: number, end: number): Promise<void> {
  const done = await call('annotate.resize', { annotationId, start, end })
  if (done?.joined)
    say({
      kind: 'done',
      text: 'Another passage stood on exactly these words. The two are one now, with all that was on both.',
      undo: true,
    })
}

/** Keys that follow each other fast: each begins where the one before it came to. */
let turn: Promise<void> = Promise.resolve()
const byWord = (edge: 'start' | 'end', way: 'back' | 'on'): Doing => ({
  when: (state) => selectedMark(state)?.mark.annotation.articleId === state.articleId,
  run: () => {
    turn = turn.then(async () => {
      const state = useStore.getState()
      const annotation = selectedMark(state)?.mark.annotation
      if (!annotation || annotation.articleId !== state.articleId || !state.content) return
      const next = resizedByWord(state.content.text, annotation, edge, way)
      if (next) await resize(annotation.id, next.start, next.end)
    })
  },
})

async function split(): Promise<void> {
  const { content, ...state } = useStore.getState()
  const chosen = selectedMark({ content, ...state })
  if (!chosen || !content) return
  const { mark, caret } = chosen
  if (caret === null)
    return say({ kind: 'done', text: 'Put the caret where the passage shall be split, then try again.' })
  const done = await call('annotate.split', {
    annotationId: mark.annotation.id,
    at: nearestEdge(content.text, caret),
  })
  if (!done) return
  const notes = mark.notes.length === 0 ? '' : ' Notes stayed with the first.'
  say({ kind: 'done', text: `Two passages now, with the same tags and evidence.${notes}`, undo: true })
}

/** Merges passages with the selected one, which stays selected. */
export async function mergeWith(ids: readonly string[]): Promise<void> {
  const chosen = selectedMark(useStore.getState())
  if (!chosen) return
  const done = await call('annotate.merge', { annotationIds: [chosen.mark.annotation.id, ...ids] })
  if (!done) return
  select({ kind: 'annotation', id: done.annotationId })
  say({
    kind: 'done',
    text: `${ids.length + 1} passages are one now, with all that was on them.`,
    undo: true,
  })
}

/** What each action that corrects a passage does. */
export const reshapeDoings: Record<(typeof passageActions)[number]['id'], Doing> = {
  'passage.repeat': { when: canRepeat, run: repeat },
  'resize.startBack': byWord('start', 'back'),
  'resize.startOn': byWord('start', 'on'),
  'resize.endBack': byWord('end', 'back'),
  'resize.endOn': byWord('end', 'on'),
  'passage.split': {
    when: (state) => selectedMark(state)?.mark.annotation.articleId === state.articleId,
    run: split,
  },
  'passage.merge': {
    when: (state) => mergeable(state).length > 0,
    run: () => {
      const [one, ...others] = mergeable(useStore.getState())
      if (one && others.length === 0) void mergeWith([one.annotation.id])
      else useStore.setState({ open: { what: 'join' } })
    },
  },
  'passage.outward': {
    when: (state) => passagesHere(state).length > 1,
    run: () => {
      const state = useStore.getState()
      const id = state.selected?.kind === 'annotation' ? state.selected.id : null
      const next = nextOutward(passagesHere(state), id)
      if (next) select({ kind: 'annotation', id: next.annotation.id })
    },
  },
}
