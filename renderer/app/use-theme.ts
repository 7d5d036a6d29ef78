import { useEffect } from 'react'
import { useStore } from '../state/store.ts'

/** Sets `data-theme` on the page: what was chosen, or what the computer uses; and how text is set. */
export function useTheme(): void {
  const theme = useStore((state) => state.theme)
  const reading = useStore((state) => state.reading)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--size-text', `${reading.size}px`)
    style.setProperty('--leading-text', String(reading.leading))
    style.setProperty('--measure', `${reading.measure}ch`)
  }, [reading])
}
