import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  label: string
  onLeave: () => void
  className?: string
  children: ReactNode
}

/** As a ref: what has the focus when the dialog opens. React's own way focuses before that, so in vain. */
export const focusedFirst = (element: HTMLElement | null) => element?.setAttribute('autofocus', '')

/** A modal dialog: the platform's own element, which keeps the focus inside and gives it back. */
export function Dialog({ label, onLeave, className = '', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself, as its cancel event
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onLeave()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onLeave()
      }}
    >
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
