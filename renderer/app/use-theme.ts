import { useEffect } from 'react'
import { useStore } from '../state/store.ts'

/** Sets `data-theme` on the page: what was chosen, or what the computer uses. */
export function useTheme(): void {
  const theme = useStore((state) => state.theme)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
}
