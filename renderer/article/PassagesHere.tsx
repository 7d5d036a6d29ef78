import { type KeyboardEvent, useRef } from 'react'
import type { Mark } from '../state/marks.ts'
import { select, useStore } from '../state/store.ts'
import { lookNow } from '../ui/entity-types.ts'
import { passagesHere } from './overlaps.ts'

/** Which of the passages on the same words is meant, innermost first. Up and down choose the next one. */
export function PassagesHere() {
  const selected = useStore((state) => state.selected)
  const marks = passagesHere(useStore.getState())
  const list = useRef<HTMLDivElement>(null)
  // Its rows are asked for once a selection: that they follow it is what `selected` is read for.
  if (selected?.kind !== 'annotation' || marks.length < 2) return null
  const at = marks.findIndex(({ annotation }) => annotation.id === selected.id)
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!way) return
    event.preventDefault()
    const to = (at + way + marks.length) % marks.length
    const next = marks[to]
    if (!next) return
    select({ kind: 'annotation', id: next.annotation.id })
    // Painted anew, the text puts its caret back and so takes the focus: the list has it again in the next frame.
    requestAnimationFrame(() => list.current?.querySelectorAll('button')[to]?.focus())
  }
  return (
    <div
      ref={list}
      className="here"
      role="radiogroup"
      aria-label="Passages on these words"
      onKeyDown={onKeyDown}
    >
      {marks.map((mark) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio field would bring a form's looks and take the caret's focus
        <button
          key={mark.annotation.id}
          type="button"
          role="radio"
          aria-checked={mark.annotation.id === selected.id}
          tabIndex={mark.annotation.id === selected.id ? 0 : -1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => select({ kind: 'annotation', id: mark.annotation.id })}
        >
          <MarkName mark={mark} />
        </button>
      ))}
    </div>
  )
}

/** What a passage carries, or else its words. */
export function MarkName({ mark: { annotation, entity, tags, notes } }: { mark: Mark }) {
  const names = [entity?.name, ...tags.map((tag) => tag.name)].filter((name) => name !== undefined)
  const color = entity ? lookNow(entity.type).color : tags[0] ? `--tag-${tags[0].color}` : '--accent'
  return (
    <>
      <i className="swatch" style={{ background: `var(${color})` }} />
      <bdi>{names.join(', ') || (notes.length > 0 ? 'Note' : annotation.quote)}</bdi>
    </>
  )
}
