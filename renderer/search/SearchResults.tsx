import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Found, HitKind, SearchHit } from '../../preload/contract/search.ts'
import { call } from '../state/client.ts'
import { useStore } from '../state/store.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'
import { openHit } from './open-hit.ts'

const groups: { kind: HitKind; label: string }[] = [
  { kind: 'entity', label: 'Entities' },
  { kind: 'tag', label: 'Tags' },
  { kind: 'note', label: 'Notes' },
  { kind: 'article', label: 'Articles' },
  { kind: 'text', label: 'In the articles' },
]

/** Milliseconds that a person who types is left alone. */
const pause = 90

/** What the words of the search field find, asked for anew when they or the case change. */
function useFound(words: string): Found | null {
  const revision = useStore((state) => state.info?.revision)
  const [found, setFound] = useState<Found | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step may bring or take what is found
  useEffect(() => {
    let isStale = false
    const timer = setTimeout(async () => {
      const answer = await call('case.search', { words })
      if (answer && !isStale) setFound(answer)
    }, pause)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [words, revision])
  return found
}

export function SearchResults({ words }: { words: string }) {
  const found = useFound(words)
  if (!found) return null
  const total = Object.values(found.counts).reduce((sum, count) => sum + count, 0)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the finds inside are buttons; arrows go from one to the next
    <div className="tab-panel hits" onKeyDown={moveByKeys}>
      <p className="hint" role="status">
        {total === 0 ? 'Nothing in the case says so.' : `${total.toLocaleString('en')} found`}
      </p>
      {total === 0 && (
        <p className="hint">
          Words are found by how they begin. “Quotes” keep words together; OR and NOT work too.
        </p>
      )}
      {groups.map(({ kind, label }) => {
        const hits = found.hits.filter((hit) => hit.kind === kind)
        const more = found.counts[kind] - hits.length
        return hits.length === 0 ? null : (
          <section key={kind} aria-label={label}>
            <h3>
              {label} <span>{found.counts[kind].toLocaleString('en')}</span>
            </h3>
            <ul>
              {hits.map((hit, index) => (
                <li key={`${hit.id} ${hit.start}`}>
                  {kind === 'text' && hits[index - 1]?.id !== hit.id && <ArticleName id={hit.id} />}
                  <button type="button" onClick={() => void openHit(hit)}>
                    <HitSign hit={hit} />
                    <Snippet hit={hit} />
                  </button>
                </li>
              ))}
            </ul>
            {more > 0 && (
              <p className="hint">…and {more.toLocaleString('en')} more. More words find fewer.</p>
            )}
          </section>
        )
      })}
    </div>
  )
}

function ArticleName({ id }: { id: string }) {
  const title = useStore((state) => state.rows.article.get(id)?.title)
  return (
    <h4>
      <bdi>{title}</bdi>
    </h4>
  )
}

function HitSign({ hit }: { hit: SearchHit }) {
  const entity = useStore((state) => state.rows.entity.get(hit.id))
  const tag = useStore((state) => state.rows.tag.get(hit.id))
  if (entity) return <TypeIcon type={entity.type} />
  if (tag) return <i className="swatch" style={{ background: `var(--tag-${tag.color})` }} />
  return null
}

function Snippet({ hit: { snippet, marks } }: { hit: SearchHit }) {
  const pieces = []
  let last = 0
  for (const [start, end] of marks) {
    pieces.push(snippet.slice(last, start), <mark key={start}>{snippet.slice(start, end)}</mark>)
    last = end
  }
  return (
    <span className="snippet" dir="auto">
      {pieces}
      {snippet.slice(last)}
    </span>
  )
}

function moveByKeys(event: KeyboardEvent<HTMLElement>): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (event.key === 'Escape') document.querySelector<HTMLElement>('.case-search input')?.focus()
  else if (way) {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + way
    if (next < 0) document.querySelector<HTMLElement>('.case-search input')?.focus()
    else buttons[next]?.focus()
  } else return
  event.preventDefault()
  event.stopPropagation()
}
