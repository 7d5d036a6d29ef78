import { type RefObject, useEffect, useLayoutEffect, useMemo } from 'react'
import type { ArticleContent } from '../../preload/contract/article.ts'
import { shownMarks } from '../passages/shown-marks.ts'
import { marks } from '../state/select.ts'
import { type State, useStore } from '../state/store.ts'
import { TextView } from './text-view.ts'

/** The view of an article's text: it follows the store by itself, past React, so that a step renders only what it touches. */
export function useTextView(
  articleId: string,
  content: ArticleContent,
  at: number,
  onFold: () => void,
  { root, scroller }: Record<'root' | 'scroller', RefObject<HTMLDivElement | null>>,
): TextView {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where reading began is not where it goes on
  const view = useMemo(() => {
    const marksIn = (start: number, end: number) => shownMarks(useStore.getState(), articleId, start, end)
    return new TextView(content, marksIn, at, onFold)
  }, [articleId, content, onFold])
  useLayoutEffect(
    () => (root.current && scroller.current ? view.attach(root.current, scroller.current) : undefined),
    [view, root, scroller],
  )
  useEffect(() => {
    let last: State | null = null
    let before = marks(useStore.getState().rows)
    const follow = (state: State) => {
      const isOther =
        last && (state.shownOnly !== last.shownOnly || state.rows.entityType !== last.rows.entityType)
      if (isOther || (last && state.shownOnly && state.selected !== last.selected)) view.follow('all')
      else if (last && state.rows !== last.rows) {
        const changed = marks(state.rows).changedSince(before)
        view.follow(changed.filter((annotation) => annotation.articleId === articleId))
      }
      before = marks(state.rows)
      if (state.selected !== last?.selected)
        view.select(
          state.selected?.kind === 'annotation'
            ? (state.rows.annotation.get(state.selected.id) ?? null)
            : null,
        )
      last = state
    }
    follow(useStore.getState())
    return useStore.subscribe(follow)
  }, [view, articleId])
  return view
}
