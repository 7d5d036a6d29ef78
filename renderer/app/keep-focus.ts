/** How many places are remembered: more than stand above each other at any time. */
const most = 24

/**
 * What has the focus takes it along when it goes from the page: a picker that is done, a panel that is closed. The next key would
 * then do nothing. So the focus goes back to the last place that is still there, as the platform does it for dialogs.
 * One place for all, because whoever forgets it leaves a person without keys. Answers how to stop.
 */
export function keepFocus(): () => void {
  /** What had the focus, the last at the end, each once. */
  let been: HTMLElement[] = []
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    been = [...been.filter((each) => each !== target), target].slice(-most)
  }
  const observer = new MutationObserver(() => {
    // Still there: somebody let go of it by pressing elsewhere.
    if (document.activeElement !== document.body || been.length === 0 || been.at(-1)?.isConnected) return
    been = been.filter((each) => each.isConnected)
    // What is not shown, or lies behind a dialog, does not take it.
    for (const place of been.toReversed()) {
      place.focus({ preventScroll: true })
      if (document.activeElement === place) return
    }
  })
  document.addEventListener('focusin', onFocus)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', onFocus)
    observer.disconnect()
  }
}
