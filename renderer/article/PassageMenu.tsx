import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ActionId } from '../../preload/contract/actions.ts'
import { labelNow, passageMenu } from '../actions/repeat.ts'
import { canRun, runAction } from '../actions/run.ts'
import { useStore } from '../state/store.ts'
import { keyLabel } from '../ui/keys.ts'

interface Props {
  /** Where it was asked for in the window, in CSS pixels. */
  x: number
  y: number
  onLeave: () => void
}

/** All that can be done with the selected passage or words, where they are (the menu pattern of the ARIA guide). */
export function PassageMenu({ x, y, onLeave }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ left: x, top: y })
  const state = useStore()
  const items = passageMenu.filter(({ id }) => canRun(id as ActionId, state))

  useLayoutEffect(() => {
    const box = menu.current?.getBoundingClientRect()
    if (!box) return
    // Beside the pointer, above it where there is no room below, and never outside the window.
    const top = y + box.height > innerHeight - 8 ? y - box.height : y
    setAt({ left: Math.max(8, Math.min(x, innerWidth - box.width - 8)), top: Math.max(8, top) })
  }, [x, y])
  useEffect(() => {
    menu.current?.querySelector('button')?.focus()
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onLeave()
    }
    window.addEventListener('pointerdown', onPress)
    window.addEventListener('blur', onLeave)
    return () => {
      window.removeEventListener('pointerdown', onPress)
      window.removeEventListener('blur', onLeave)
    }
  }, [onLeave])

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])]
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowDown: now + 1, ArrowUp: now - 1 + buttons.length, Home: 0, End: buttons.length - 1 }[
      event.key
    ]
    if (to !== undefined) buttons[to % buttons.length]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={menu}
      className="passage-menu"
      role="menu"
      aria-label="Do with the passage"
      tabIndex={-1}
      style={at}
      onKeyDown={onKeyDown}
    >
      {items.map((action) => (
        <button
          key={action.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onPointerMove={(event) => event.currentTarget.focus()}
          onClick={() => {
            onLeave()
            runAction(action.id as ActionId)
          }}
        >
          <bdi>{labelNow(action, state)}</bdi>
          {action.key && <kbd>{keyLabel(action.key)}</kbd>}
        </button>
      ))}
    </div>
  )
}
