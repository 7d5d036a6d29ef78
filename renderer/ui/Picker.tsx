import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

export interface Choice {
  key: string
  label: ReactNode
  /** Small words at the right. */
  hint?: ReactNode
  /** A heading that stands above the first choice of its group. */
  group?: string
  choose: () => void
}

interface Props {
  label: string
  placeholder: string
  query: string
  onQuery: (query: string) => void
  choices: Choice[]
  onLeave: () => void
  children?: ReactNode
  footer?: ReactNode
}

/** A text field with a list below: arrows choose, Enter takes, Escape leaves (the combobox pattern of the ARIA guide). */
export function Picker({ label, placeholder, query, onQuery, choices, onLeave, children, footer }: Props) {
  const [index, setIndex] = useState(0)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const at = Math.min(index, Math.max(0, choices.length - 1))
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector(`[data-index="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const move = moves[event.key]
    if (move && choices.length > 0) {
      setIndex(
        Math.abs(move) === 1
          ? (at + move + choices.length) % choices.length
          : Math.max(0, Math.min(choices.length - 1, at + move)),
      )
    } else if (event.key === 'Enter') choices[at]?.choose()
    else if (event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks and manners
    <div role="group" aria-label={label} onKeyDown={onKeyDown}>
      <input
        ref={input}
        className="field"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={choices[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder={placeholder}
        value={query}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => {
          onQuery(event.target.value)
          setIndex(0)
        }}
      />
      {query.trim() !== '' && choices.length === 0 && <p className="hint">Nothing is called that.</p>}
      <div ref={list} className="choices" id={id} role="listbox" aria-label={label}>
        {choices.map((choice, position) => (
          <div key={choice.key} role="presentation">
            {choice.group && choice.group !== choices[position - 1]?.group && (
              <div className="choice-group" aria-hidden="true">
                {choice.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as the combobox pattern asks */}
            <div
              id={`${id}-${position}`}
              data-index={position}
              className="choice"
              role="option"
              tabIndex={-1}
              aria-selected={position === at}
              onMouseMove={() => setIndex(position)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={choice.choose}
            >
              <span className="choice-label">{choice.label}</span>
              {choice.hint && <span className="choice-hint">{choice.hint}</span>}
            </div>
          </div>
        ))}
      </div>
      {children}
      <footer className="picker-keys">
        {footer ?? (
          <>
            <span>↑↓ choose</span>
            {children && <span>Tab ←→ type</span>}
            <span>↵ take</span>
            <span>Esc leave</span>
          </>
        )}
      </footer>
    </div>
  )
}

/** Does the text hold all words of the query, in any order and case? */
export function matches(text: string, query: string): boolean {
  const hay = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => hay.includes(word))
}
