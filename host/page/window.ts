import type { Inner } from './preload.ts'

/**
 * Runs in the isolated world after the preload script: tells the host what Electron would know of a window by itself, and
 * passes the keys of the menu on. Its source text is injected.
 */
export function watchWindow(inner: Inner): void {
  const { post, on } = inner
  const tell = () =>
    post({
      kind: 'state',
      focused: document.hasFocus(),
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    })
  addEventListener('focus', tell)
  addEventListener('blur', tell)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell)
  tell()

  // A page hears nothing when its window is moved, so it has to look.
  const place = () => `${screenX} ${screenY} ${outerWidth} ${outerHeight}`
  let last = place()
  setInterval(() => {
    if (place() === last) return
    last = place()
    post({ kind: 'moved' })
  }, 250)

  on('title', ({ title }) => {
    document.title = title as string
  })

  // The browser's own shortcuts that would open something foreign beside the app
  const swallowed = ['n', 't', 'w', 'o', 's', 'p', 'u', 'j', 'h', 'd', 'e', 'l', 'k', 'g', 'f']
    .map((key) => `mod+${key}`)
    .concat(['n', 't', 'w', 'o', 'i', 'j', 'c', 'a', 'delete'].map((key) => `mod+shift+${key}`))
    .concat('alt+arrowleft', 'alt+arrowright', 'f1', 'f3', 'f5', 'f6', 'f7', 'f12', 'mod+f5', 'mod+r')
  let accelerators: string[] = []
  on('accelerators', (message) => {
    accelerators = message.list as string[]
  })
  post({ kind: 'hello' })

  const isMac = navigator.platform.startsWith('Mac')
  const combosOf = (event: KeyboardEvent): string[] => {
    const mod = isMac ? event.metaKey : event.ctrlKey
    const other = isMac ? event.ctrlKey : event.metaKey
    const held = [mod && 'mod', other && 'other', event.altKey && 'alt', event.shiftKey && 'shift'].filter(
      Boolean,
    )
    // By the sign it makes and by its place: with Shift, the key of 1 makes another sign on every keyboard
    const keys = [event.key.toLowerCase(), event.code.replace(/^(?:Key|Digit)/u, '').toLowerCase()]
    return keys.map((key) => [...held, key === ' ' ? 'space' : key].join('+'))
  }

  const onKey = (event: KeyboardEvent) => {
    const combos = combosOf(event)
    const isSwallowed = combos.some((combo) => swallowed.includes(combo))
    if (inner.modal) {
      if (isSwallowed) event.preventDefault()
      return
    }
    const accelerator = combos.find((combo) => accelerators.includes(combo))
    if (!accelerator && !isSwallowed) return
    // The page may want the key for itself. Added now, these come after its listeners on every node, and act where the event
    // ends: at the window, or where the page stops it, which does not stop a menu.
    const path = event.composedPath()
    let isOver = false
    const end = () => {
      if (isOver) return
      isOver = true
      if (event.defaultPrevented) return
      event.preventDefault()
      if (accelerator) post({ kind: 'key', accelerator })
    }
    const last = () => {
      const isAtEnd = event.currentTarget === window && event.eventPhase === Event.BUBBLING_PHASE
      if (isAtEnd || event.cancelBubble) end()
    }
    for (const node of path)
      for (const capture of [true, false]) node.addEventListener('keydown', last, { capture })
    setTimeout(() => {
      for (const node of path)
        for (const capture of [true, false]) node.removeEventListener('keydown', last, { capture })
      end() // when the page stopped it among the listeners of one node
    })
  }
  addEventListener('keydown', onKey, { capture: true })

  // What is typed into a dialog of the host is not for the page, whose listeners come after this one.
  const keepToDialog = (event: Event) => {
    if (inner.modal) event.stopImmediatePropagation()
  }
  for (const type of ['keydown', 'keypress', 'keyup', 'paste', 'copy', 'cut', 'beforeinput', 'input', 'drop'])
    addEventListener(type, keepToDialog, { capture: true })
}
