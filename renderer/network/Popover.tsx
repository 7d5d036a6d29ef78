import { type ReactNode, useEffect, useRef } from 'react'
import { usePicture } from './picture.ts'

const leave = () => usePicture.setState({ open: null })

/** Stands below the tools of the network, takes the focus, and goes by Escape or a press elsewhere. */
export function Popover({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button:not(:disabled)')?.focus()
    const listening = new AbortController()
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        const isOwn = target instanceof Element && target.closest('.board-popover, .board-tools, .strip')
        if (!isOwn) leave()
      },
      { signal: listening.signal },
    )
    return () => listening.abort()
  }, [])
  return (
    <section
      ref={box}
      className="board-popover"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
        document.querySelector<HTMLElement>('.board-tools [aria-expanded="true"]')?.focus()
      }}
    >
      {children}
    </section>
  )
}
