import { type RefObject, useEffect, useLayoutEffect, useMemo } from 'react'
import type { ArticleContent } from '../../preload/contract/article.ts'
import { shownMarks } from '../passages/shown-marks.ts'
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
  const view = useMemo(
    () => new TextView(content, shownMarks(useStore.getState(), articleId), at, onFold),
    [articleId, content, onFold],
  )
  useLayoutEffect(
    () => (root.current && scroller.current ? view.attach(root.current, scroller.current) : undefined),
    [view, root, scroller],
  )
  useEffect(() => {
    let last: State | null = null
    const follow = (state: State) => {
      const isOther = state.rows !== last?.rows || state.shownOnly !== last?.shownOnly
      if (isOther || (state.shownOnly && state.selected !== last?.selected))
        view.follow(shownMarks(state, articleId))
      if (last && state.rows.entityType !== last.rows.entityType) view.restyle()
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
