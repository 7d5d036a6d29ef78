import { type EntityType, entityTypes } from '../../preload/contract/network.ts'
import { looks } from '../ui/entity-types.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'

interface Props {
  type: EntityType
  onType: (type: EntityType) => void
}

const moves: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The types of entity, to choose one of: one stop for the Tab key, arrows within (the radio group of the ARIA guide). */
export function TypeChips({ type, onType }: Props) {
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const move = moves[event.key]
    if (!move) return
    const next = entityTypes[(entityTypes.indexOf(type) + move + entityTypes.length) % entityTypes.length]
    if (next) onType(next)
    event.currentTarget.querySelectorAll('button')[entityTypes.indexOf(next ?? type)]?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="chips" role="radiogroup" aria-label="Type of entity" onKeyDown={onKeyDown}>
      {entityTypes.map((each) => (
        // biome-ignore lint/a11y/useSemanticElements: a chip is drawn as a button
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === type}
          tabIndex={each === type ? 0 : -1}
          className="chip"
          style={{ '--k': `var(${looks[each].color})` } as React.CSSProperties}
          // The field keeps the focus, so that Enter takes what is chosen there.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onType(each)}
        >
          <TypeIcon type={each} size={12} /> {looks[each].label}
        </button>
      ))}
    </div>
  )
}
