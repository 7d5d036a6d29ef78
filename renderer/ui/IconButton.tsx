import type { ReactNode } from 'react'

interface Props {
  /** What a screen reader says; also shown on pointing, where `title` does not say it shorter. */
  label: string
  title?: string
  onClick: () => unknown
  children: ReactNode
}

/** A small button that is only an icon. */
export function IconButton({ label, title = label, onClick, children }: Props) {
  return (
    <button
      type="button"
      className="icon tiny"
      aria-label={label}
      title={title}
      onClick={() => void onClick()}
    >
      {children}
    </button>
  )
}
