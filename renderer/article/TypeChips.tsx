import { type EntityType, entityTypes } from '../../preload/contract/network.ts'
import { looks } from '../ui/entity-types.ts'
import { TypeIcon } from '../ui/TypeIcon.tsx'

interface Props {
  type: EntityType
  onType: (type: EntityType) => void
}

/** The types of entity, to choose one of. */
export function TypeChips({ type, onType }: Props) {
  return (
    <div className="chips" role="radiogroup" aria-label="Type of entity">
      {entityTypes.map((each) => (
        // biome-ignore lint/a11y/useSemanticElements: a chip is drawn as a button; arrows are not needed with Tab and Space
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === type}
          className="chip"
          style={{ '--k': `var(${looks[each].color})` } as React.CSSProperties}
          onClick={() => onType(each)}
        >
          <TypeIcon type={each} size={12} /> {looks[each].label}
        </button>
      ))}
    </div>
  )
}
