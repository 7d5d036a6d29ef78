import { Search, X } from 'lucide-react'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/IconButton.tsx'

/** Looks through the whole case. While it holds words, what they find takes the place of the tabs. */
export function SearchField() {
  const words = useStore((state) => state.search)
  const set = (search: string) => useStore.setState({ search })
  return (
    <search className="case-search" aria-label="In the case">
      <Search size={14} aria-hidden />
      <input
        className="field"
        type="text"
        dir="auto"
        aria-label="Search the case"
        placeholder="Search the case"
        maxLength={1000}
        value={words}
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') set('')
          else if (event.key === 'ArrowDown' || event.key === 'Enter')
            document.querySelector<HTMLElement>('.hits button')?.focus()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {words !== '' && (
        <IconButton label="Clear the search" onClick={() => set('')}>
          <X size={14} />
        </IconButton>
      )}
    </search>
  )
}
