import { ListTree } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { runAction } from '../actions/run.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Outline } from './Outline.tsx'
import { ReadingSettings } from './ReadingSettings.tsx'
import type { TextView } from './text-view.ts'

interface Props {
  view: TextView
  root: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
}

/** Beside the head of the page: where one is in the article, and how its text is set. */
export function ReadingTools({ view, root, scroller }: Props) {
  const open = useStore((state) => state.open?.what)
  const leave = () => {
    useStore.setState({ open: null })
    root.current?.focus({ preventScroll: true })
  }
  return (
    <div className="reading-tools">
      <IconButton label="Outline" onClick={() => (open === 'outline' ? leave() : runAction('view.outline'))}>
        <ListTree size={15} />
      </IconButton>
      <IconButton
        label="Reading settings"
        onClick={() => (open === 'reading' ? leave() : runAction('view.reading'))}
      >
        <span className="aa">Aa</span>
      </IconButton>
      {open === 'outline' && (
        <Popover label="Outline" onLeave={leave}>
          <Outline view={view} scroller={scroller} onLeave={leave} />
        </Popover>
      )}
      {open === 'reading' && (
        <Popover label="Reading settings" onLeave={leave}>
          <ReadingSettings />
        </Popover>
      )}
    </div>
  )
}

function Popover({ label, onLeave, children }: { label: string; onLeave: () => void; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[aria-current], input, button')
    first?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    const element = box.current
    const onPress = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest('.reading-tools')) return
      useStore.setState({ open: null })
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      event.preventDefault()
      onLeave()
    }
    document.addEventListener('mousedown', onPress)
    element?.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('mousedown', onPress)
      element?.removeEventListener('keydown', onKey)
    }
  }, [onLeave])
  return (
    <div ref={box} className="reading-pop" role="dialog" aria-label={label}>
      {children}
    </div>
  )
}
