import { useStore } from '../state/store.ts'
import { allLooks } from '../ui/entity-types.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'

interface Props {
  type: string
  onType: (type: string) => void
  /** What an arrow does, where going along the types is not yet taking one. */
  onMove?: (type: string) => void
}

const moves: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The types of entity, to choose one of: one stop for the Tab key, arrows within (the radio group of the ARIA guide). */
export function TypeChips({ type, onType, onMove = onType }: Props) {
  const looks = allLooks(useStore((state) => state.rows))
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const move = moves[event.key]
    if (!move) return
    const index = looks.findIndex((look) => look.type === type)
    const next = (index + move + looks.length) % looks.length
    if (looks[next]) onMove(looks[next].type)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="chips" role="radiogroup" aria-label="Type of entity" onKeyDown={onKeyDown}>
      {looks.map((look) => (
        // biome-ignore lint/a11y/useSemanticElements: a chip is drawn as a button
        <button
          key={look.key}
          type="button"
          role="radio"
          aria-checked={look.type === type}
          tabIndex={look.type === type ? 0 : -1}
          className="chip"
          style={{ '--k': `var(${look.color})` } as React.CSSProperties}
          // The field keeps the focus, so that Enter takes what is chosen there.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onType(look.type)}
        >
          <TypeIcon type={look.type} size={12} /> <bdi>{look.label}</bdi>
        </button>
      ))}
    </div>
  )
}
