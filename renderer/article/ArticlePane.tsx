import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import type { Block } from '../../preload/contract/article.ts'
import { longDate } from '../../preload/contract/dates.ts'
import { runAction } from '../actions/run.ts'
import { type Mark, marksByArticle } from '../state/select.ts'
import { point, select, useStore } from '../state/store.ts'
import { BlockView } from './BlockView.tsx'
import { FindBar } from './FindBar.tsx'
import { Margin } from './Margin.tsx'
import { rangeOf, selectedOffsets } from './offsets.ts'
import { Start } from './Start.tsx'
import { marksIn } from './segments.ts'

const noMarks: Mark[] = []

export function ArticlePane() {
  const articleId = useStore((state) => state.articleId)
  const content = useStore((state) => state.content)
  // An article that is still being read is not an empty case.
  const isEmpty = useStore((state) => state.isRead && state.rows.article.size === 0)
  if (!content && !isEmpty) return <section className="article" aria-label="Article" aria-busy="true" />
  return (
    <section className="article" aria-label="Article">
      {articleId && content ? <Page key={articleId} articleId={articleId} {...content} /> : <Start />}
    </section>
  )
}

function Page({ articleId, text, blocks }: { articleId: string; text: string; blocks: Block[] }) {
  const article = useStore((state) => state.rows.article.get(articleId))
  const entities = useStore((state) => state.rows.entity)
  const types = useStore((state) => state.rows.entityType)
  const marks = useStore((state) => marksByArticle(state.rows).get(articleId) ?? noMarks)
  const selected = useStore((state) => state.selected)
  const isFinding = useStore((state) => state.isFinding)
  const [isFolded, setFolded] = useState(true)
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const selectedId = selected?.kind === 'annotation' ? selected.id : null
  const marksOf = useMemo(
    () => new Map(blocks.map((block) => [block, marksIn(marks, block.start, block.end)])),
    [blocks, marks],
  )
  const isAside = (block: Block) => block.kind === 'furniture' || block.kind === 'caption'
  const aside = blocks.filter(isAside).length
  const belowTitle = blocks.findIndex((block) => block.kind === 'title') + 1

  useReading(root, articleId)
  useLit(root, marks)
  useShowSelected(root, scroller)

  if (!article) return null
  const source = [article.byline, article.publisher, longDate(article.publishedOn), minutes(text)].filter(
    Boolean,
  )
  return (
    <>
      {isFinding && (
        <FindBar
          root={root}
          scroller={scroller}
          articleId={articleId}
          text={text}
          unfold={() => setFolded(false)}
        />
      )}
      <div className="scroller" ref={scroller}>
        <div className="sheet">
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
            {/*
            Editable so that the platform's own caret and selection keys work in the text, in every script; every change is
            refused, so nothing can be edited.
          */}
            {/* biome-ignore lint/a11y/useSemanticElements: a textarea can hold no headings and no marks */}
            <div
              ref={root}
              className={isFolded ? 'text folded' : 'text'}
              contentEditable
              suppressContentEditableWarning
              role="textbox"
              aria-multiline="true"
              aria-readonly="true"
              aria-label={`Text of ${article.title}`}
              tabIndex={0}
              spellCheck={false}
            >
              {blocks.map((block, index) => (
                <Fold
                  key={block.start}
                  show={index === belowTitle && aside > 0}
                  count={aside}
                  isFolded={isFolded}
                  onFold={setFolded}
                >
                  <BlockView
                    block={block}
                    text={text}
                    marks={marksOf.get(block) ?? noMarks}
                    entities={entities}
                    types={types}
                    selectedId={selectedId}
                  />
                </Fold>
              ))}
            </div>
          </div>
          <Margin root={root} articleId={articleId} marks={marks} />
        </div>
        <Ruler marks={marks} length={text.length} />
      </div>
    </>
  )
}

interface FoldProps {
  show: boolean
  count: number
  isFolded: boolean
  onFold: (isFolded: boolean) => void
  children: React.ReactNode
}

/** Puts the line that folds page furniture before the first paragraph. */
function Fold({ show, count, isFolded, onFold, children }: FoldProps) {
  return (
    <>
      {show && (
        <div contentEditable={false} className="fold">
          <button
            type="button"
            className="link quiet"
            aria-expanded={!isFolded}
            onClick={() => onFold(!isFolded)}
          >
            {isFolded ? '▸' : '▾'} {count} {count === 1 ? 'piece' : 'pieces'} of page furniture set apart
          </button>
        </div>
      )}
      {children}
    </>
  )
}

/** About 230 words a minute, the middle of what studies of silent reading find (Brysbaert 2019: 238 for non-fiction). */
function minutes(text: string): string {
  return `${Math.max(1, Math.round(text.split(/\s+/u).length / 230))} min`
}

/** Keeps the words as they are, and tells the store what is selected in them. */
function useReading(root: React.RefObject<HTMLDivElement | null>, articleId: string): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    const refuse = (event: Event) => event.preventDefault()
    const onSelection = () => {
      const offsets = selectedOffsets(element)
      if (!offsets) return
      const { open, selected } = useStore.getState()
      if (open) return
      if (offsets.start < offsets.end) {
        const passage = { articleId, ...offsets }
        useStore.setState({ selected: { kind: 'words', ...passage }, passage })
      } else if (selected?.kind === 'words') useStore.setState({ selected: null, passage: null })
    }
    const annotationsAt = (target: EventTarget | null) =>
      (target instanceof Element
        ? target.closest<HTMLElement>('[data-annotations]')?.dataset.annotations
        : undefined
      )
        ?.split(' ')
        .filter(Boolean) ?? []
    const onClick = (event: MouseEvent) => {
      if (!document.getSelection()?.isCollapsed) return
      const ids = annotationsAt(event.target)
      const { selected } = useStore.getState()
      const rows = useStore.getState().rows.annotation
      // The shortest passage first; clicking again on an overlap takes the next one.
      const order = ids.sort((a, b) => length(rows.get(a)) - length(rows.get(b)))
      const current = selected?.kind === 'annotation' ? order.indexOf(selected.id) : -1
      const next = order[(current + 1) % order.length]
      if (next) select({ kind: 'annotation', id: next })
      else if (selected) select(null)
    }
    const onMove = (event: MouseEvent) => {
      const ids = annotationsAt(event.target)
      const { annotation, evidence } = useStore.getState().rows
      const entities = ids.flatMap((id) => annotation.get(id)?.entityId ?? [])
      const relations = [...evidence.values()]
        .filter((row) => ids.includes(row.annotationId))
        .map((row) => row.relationId)
      const next = [...new Set([...entities, ...relations])]
      if (useStore.getState().lit.entities.join() !== next.join()) point({ entities: next })
    }
    // Composed input cannot be refused, so it is not begun.
    const onCompose = () => element.blur()
    const listening = new AbortController()
    const { signal } = listening
    for (const event of ['beforeinput', 'dragstart', 'cut'])
      element.addEventListener(event, refuse, { signal })
    element.addEventListener('compositionstart', onCompose, { signal })
    element.addEventListener('click', onClick, { signal })
    element.addEventListener('mousemove', onMove, { signal })
    element.addEventListener('mouseleave', () => point(null), { signal })
    document.addEventListener('selectionchange', onSelection, { signal })
    return () => listening.abort()
  }, [root, articleId])
}

const length = (span: { start: number; end: number } | undefined) => (span ? span.end - span.start : 0)

/** Lights the words of what is pointed at, straight in the page: pointing must keep up with the pointer. */
function useLit(root: React.RefObject<HTMLDivElement | null>, marks: Mark[]): void {
  const lit = useStore((state) => state.lit)
  // biome-ignore lint/correctness/useExhaustiveDependencies: rendered marks are new elements, to be lit again
  useEffect(() => {
    const element = root.current
    if (!element) return
    for (const old of element.querySelectorAll('[data-lit]')) old.removeAttribute('data-lit')
    const { evidence } = useStore.getState().rows
    const annotations = new Set(lit.annotations)
    for (const row of evidence.values())
      if (lit.entities.includes(row.relationId)) annotations.add(row.annotationId)
    for (const id of lit.entities)
      for (const mark of element.querySelectorAll(`[data-entities~="${id}"]`))
        mark.setAttribute('data-lit', '')
    for (const id of annotations)
      for (const mark of element.querySelectorAll(`[data-annotations~="${id}"]`))
        mark.setAttribute('data-lit', '')
  }, [lit, marks, root])
}

/**
 * Shows what is selected, whoever selected it: scrolls to it when it is out of sight, puts the page's own selection on it
 * again after a picker took the focus, and keeps it painted while the picker has it.
 */
function useShowSelected(
  root: React.RefObject<HTMLDivElement | null>,
  scroller: React.RefObject<HTMLDivElement | null>,
): void {
  const selected = useStore((state) => state.selected)
  const isOpen = useStore((state) => state.open !== null)
  useEffect(() => {
    CSS.highlights.delete('selected')
    const annotation =
      selected?.kind === 'annotation' ? useStore.getState().rows.annotation.get(selected.id) : undefined
    const span = selected?.kind === 'words' ? selected : annotation
    const element = root.current
    const range = span && element && rangeOf(element, span.start, span.end)
    if (!range || !scroller.current) return
    const box = range.getBoundingClientRect()
    const view = scroller.current.getBoundingClientRect()
    if (box.bottom < view.top + 20 || box.top > view.bottom - 20)
      scroller.current.scrollBy({ top: box.top - view.top - view.height / 3 })
    if (selected?.kind !== 'words') return
    if (isOpen) return void CSS.highlights.set('selected', new Highlight(range))
    const shown = selectedOffsets(element)
    if (shown?.start === selected.start && shown.end === selected.end) return
    element.focus({ preventScroll: true })
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
  }, [selected, isOpen, root, scroller])
}

/** Where in the article marks are, beside the scroll bar. */
function Ruler({ marks, length: whole }: { marks: Mark[]; length: number }) {
  return (
    <div className="ruler" aria-hidden="true">
      {marks
        .filter((mark) => mark.tags.length > 0 || mark.notes.length > 0)
        .map(({ annotation, tags }) => (
          <i
            key={annotation.id}
            style={{
              top: `${(annotation.start / whole) * 100}%`,
              background: tags[0] ? `var(--tag-${tags[0].color})` : 'var(--accent)',
            }}
          />
        ))}
    </div>
  )
}
