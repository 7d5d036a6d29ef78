/** Calls back when a pixel of the page takes another number of the screen's: another zoom of the window, or another screen. Answers how to stop. */
export function whenPixelRatioChanges(then: () => void): () => void {
  const stop = new AbortController()
  const listen = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        then()
        listen()
      },
      { once: true, signal: stop.signal },
    )
  listen()
  return () => stop.abort()
}
