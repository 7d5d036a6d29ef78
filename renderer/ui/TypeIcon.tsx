import type { EntityType } from '../../preload/contract/network.ts'
import { iconAddress, looks } from './entity-types.ts'

/** An entity type's icon in its colour, drawn as a mask so that it follows the theme. */
export function TypeIcon({ type, size = 14 }: { type: EntityType; size?: number }) {
  const mask = `url("${iconAddress(type, '#000')}") center / contain no-repeat`
  return (
    <span
      className="type-icon"
      aria-hidden="true"
      style={{ width: size, height: size, mask, background: `var(${looks[type].color})` }}
    />
  )
}
