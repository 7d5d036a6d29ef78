import type { ReactNode } from 'react'

interface Props<Value extends string | number> {
  label: string
  values: readonly Value[]
  chosen: Value
  name: (value: Value) => string
  sign: (value: Value) => ReactNode
  onChoose: (value: Value) => void
}

/** One of a few, told by a sign: small buttons in a row. */
export function Pick<Value extends string | number>({
  label,
  values,
  chosen,
  name,
  sign,
  onChoose,
}: Props<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks and manners
    <div className="pick" role="group" aria-label={label}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          aria-label={name(value)}
          title={name(value)}
          onClick={() => onChoose(value)}
        >
          {sign(value)}
        </button>
      ))}
    </div>
  )
}
