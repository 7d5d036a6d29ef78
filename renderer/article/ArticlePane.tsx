import { Fragment, useCallback, useMemo, useRef, useState } from 'react'
import type { ArticleContent } from '../../preload/contract/article.ts'
import { longDate } from '../../preload/contract/dates.ts'
import { runAction } from '../actions/run.ts'
import { placeOf } from '../state/places.ts'
import { useStore } from '../state/store.ts'
import { DimmedLine } from './DimmedLine.tsx'
import { useDimmed } from './dimmed.ts'
import { FindBar } from './FindBar.tsx'
import { Handles } from './Handles.tsx'
import { useLit } from './lit.ts'
import { Margin } from './Margin.tsx'
import { PassageMenu } from './PassageMenu.tsx'
import { ReadingTools } from './ReadingTools.tsx'
import { Ruler } from './Ruler.tsx'
import { Start } from './Start.tsx'
import { Text } from './Text.tsx'
import { usePlace } from './use-place.ts'
import { useReading } from './use-reading.ts'
import { useShowSelected } from './use-show-selected.ts'
import { useTextView } from './use-text-view.ts'

export function ArticlePane() {
  const articleId = useStore((state) => state.articleId)
  const content = useStore((state) => state.content)
  const isKnown = useStore((state) => state.articleId !== null && state.rows.article.has(state.articleId))
  // An article that is still being read is not an empty case.
  const isEmpty = useStore((state) => state.isRead && state.rows.article.size === 0)
  if (!content && !isEmpty)
    return (
      <section className="article" aria-label="Article" aria-busy="true">
        <p className="hint late reading">Reading…</p>
      </section>
    )
  return (
    <section className="article" aria-label="Article">
      {articleId && content && isKnown ? (
        <Page key={articleId} articleId={articleId} content={content} />
      ) : (
        <Start />
      )}
    </section>
  )
}

function Page({ articleId, content }: { articleId: string; content: ArticleContent }) {
  const article = useStore((state) => state.rows.article.get(articleId))
  const isFinding = useStore((state) => state.isFinding)
  const [isFolded, setFolded] = useState(true)
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const onFold = useCallback(() => setFolded((now) => !now), [])
  const view = useTextView(articleId, content, placeOf(articleId), onFold, { root, scroller })
  const unfold = useCallback(() => setFolded(false), [])
  const reading = useMemo(() => minutes(content.text), [content])

  const open = useStore((state) => state.open)
  const leaveMenu = useCallback(() => {
    useStore.setState({ open: null })
    root.current?.focus({ preventScroll: true })
  }, [])

  usePlace(articleId, view, scroller)
  useReading(root, articleId, content)
  useLit(root)
  useDimmed(root)
  useShowSelected(root, scroller, content)

  // Cannot be while its page is shown: the pane asks for the row first.
  if (!article) return null
  const source = [article.byline, article.publisher, longDate(article.publishedOn), reading].filter(Boolean)
  return (
    <>
      {isFinding && (
        <FindBar root={root} scroller={scroller} view={view} articleId={articleId} unfold={unfold} />
      )}
      <div className="scroller" ref={scroller}>
        <div className="sheet">
          {!isFinding && <ReadingTools view={view} root={root} scroller={scroller} />}
          <div className="page" dir={article.direction} lang={article.language || undefined}>
            <p className="source">
              <button type="button" className="link quiet" onClick={() => runAction('article.describe')}>
                <span dir="ltr">
                  {source.map((fact, index) => (
                    <Fragment key={fact}>
                      {index > 0 && ' · '}
                      <bdi>{fact}</bdi>
                    </Fragment>
                  ))}
                </span>
              </button>
            </p>
            <Text root={root} view={view} title={article.title} isFolded={isFolded} />
          </div>
          <Handles root={root} articleId={articleId} content={content} />
          <Margin root={root} view={view} articleId={articleId} />
        </div>
        {open?.what === 'menu' && <PassageMenu x={open.x} y={open.y} onLeave={leaveMenu} />}
        <Ruler view={view} articleId={articleId} root={root} scroller={scroller} />
      </div>
      <DimmedLine articleId={articleId} />
    </>
  )
}

/** About 230 words a minute, the middle of what studies of silent reading find (Brysbaert 2019: 238 for non-fiction). */
function minutes(text: string): string {
  let words = 1
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) <= 32) words++
  return `${Math.max(1, Math.round(words / 230))} min`
}
