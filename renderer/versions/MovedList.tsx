import { useRef } from 'react'
import type { Fate } from '../../preload/contract/versions.ts'
import { Words } from './Words.tsx'

interface Props {
  moved: Fate[]
  accepted: ReadonlySet<string>
  onChange: (accepted: ReadonlySet<string>) => void
}

/** Passages whose words or surroundings changed, each with what it stood on and what it would stand on. Y and N decide, arrows go on. */
export function MovedList({ moved, accepted, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const decide = (id: string, isAccepted: boolean) => {
    const next = new Set(accepted)
    if (isAccepted) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  const go = (from: number, by: number) =>
    list.current?.querySelectorAll<HTMLInputElement>('input')[from + by]?.focus()
  return (
    <section className="moved" aria-label="Moved">
      <p dir="ltr">
        <b>Moved</b> <span>{moved.length}</span>{' '}
        <small>look again: tick those that still say what was marked</small>
        <span className="keys">
          <kbd>Y</kbd> yes <kbd>N</kbd> no <kbd>↓</kbd> next
        </span>
      </p>
      <ul ref={list}>
        {moved.map((each, at) => {
          if (each.fate === 'lost') return null
          const { annotationId, before, after } = each
          const isSame = before.quote === after.quote
          return (
            <li key={annotationId}>
              <label>
                <input
                  type="checkbox"
                  checked={accepted.has(annotationId)}
                  onChange={(event) => decide(annotationId, event.target.checked)}
                  onKeyDown={(event) => {
                    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
                    const answer = { y: true, n: false }[event.key.toLowerCase()]
                    if (by === undefined && answer === undefined) return
                    event.preventDefault()
                    if (answer !== undefined) decide(annotationId, answer)
                    go(at, by ?? 1)
                  }}
                />
                <span className="was">
                  <small dir="ltr">Before</small> <Words place={before} />
                </span>
                <span className="is">
                  <small dir="ltr">{isSame ? 'Now, around the same words' : 'Now'}</small>{' '}
                  <Words place={after} />
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
