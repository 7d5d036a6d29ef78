import { useEffect, useState } from 'react'
import { useStore } from '../state/store.ts'

const narrow = matchMedia('(max-width: 820px)')

/**
 * Whether the window, or its zoom, leaves no room for three columns. The side panel is folded there; where it is opened all the
 * same, it takes the place of the article or of the network.
 */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(narrow.matches)
  useEffect(() => {
    const apply = () => {
      setNarrow(narrow.matches)
      useStore.setState({ side: !narrow.matches })
    }
    if (narrow.matches) apply()
    narrow.addEventListener('change', apply)
    return () => narrow.removeEventListener('change', apply)
  }, [])
  return isNarrow
}
