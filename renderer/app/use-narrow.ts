import { useEffect } from 'react'
import { useStore } from '../state/store.ts'

/** Folds the side panel where the window, or its zoom, leaves no room for three columns; it can be opened there all the same. */
export function useNarrow(): void {
  useEffect(() => {
    const narrow = matchMedia('(max-width: 820px)')
    const apply = () => useStore.setState({ side: !narrow.matches })
    if (narrow.matches) apply()
    narrow.addEventListener('change', apply)
    return () => narrow.removeEventListener('change', apply)
  }, [])
}
