import { iconAddress, useLook } from './entity-types.ts'

/** An entity type's icon in its colour, drawn as a mask so that it follows the theme. */
export function TypeIcon({ type, size = 14 }: { type: string; size?: number }) {
  const { icon, color } = useLook(type)
  const mask = `url("${iconAddress(icon, '#000')}") center / contain no-repeat`
  return (
    <span
      className="type-icon"
      aria-hidden="true"
      style={{ width: size, height: size, mask, background: `var(${color})` }}
    />
  )
}
