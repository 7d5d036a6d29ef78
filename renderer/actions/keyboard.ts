import { type Action, type ActionId, actions } from '../../preload/contract/actions.ts'
import { letGo } from '../network/picking.ts'
import { call } from '../state/client.ts'
import { tagsByKey } from '../state/select.ts'
import { useStore } from '../state/store.ts'
import { isKey } from '../ui/keys.ts'
import { runAction, showAdded, tagWith } from './run.ts'

/** Does the person type words here? The article is editable only for its caret, so it does not count. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input, textarea, select') || target.closest('dialog') !== null)
  )
}

/** The article's text, or no place in particular. */
const isText = (target: Element) => target === document.body || target.closest('.text') !== null

/** Listens for the keys of the list of actions and for pasted words. Answers how to stop. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return
    const typing = isTyping(event.target)
    const action = (actions as readonly Action[]).find(({ key, alsoKey }) =>
      [key, alsoKey].some((each) => each && isKey(event, each)),
    )
    // Enter is a button's own where one has the focus.
    const isPressed = event.key === 'Enter' && event.target instanceof Element && !isText(event.target)
    if (action && !isPressed) {
      const isPlain = !action.key?.includes('+')
      // While one types, plain keys are letters, and undo is the field's own.
      if (typing && (isPlain || action.menu === 'Edit')) return
      if (runAction(action.id as ActionId) || action.key?.includes('+')) event.preventDefault()
      return
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      // Words that are let go of are no evidence for what is drawn next.
      useStore.setState({ selected: null, gathering: null, passage: null, open: null })
      letGo()
      document.getSelection()?.removeAllRanges()
    } else if (/^[1-9]$/u.test(event.key)) {
      const tag = tagsByKey(useStore.getState().rows).get(Number(event.key))
      if (tag) {
        event.preventDefault()
        void tagWith(tag.id)
      }
    }
  }
  const onPaste = async (event: ClipboardEvent) => {
    if (isTyping(event.target)) return
    event.preventDefault()
    const text = event.clipboardData?.getData('text/plain') ?? ''
    // Empty where the person pasted without marks (Shift), which the platform sees to.
    const html = event.clipboardData?.getData('text/html') ?? ''
    if (text.trim() !== '' || html !== '') await showAdded(await call('article.paste', { text, html }))
  }
  const stopMenu = window.ligature.on('action', ({ id }) => runAction(id as ActionId))
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('keydown', onKey, { signal })
  window.addEventListener('paste', onPaste, { signal })
  return () => {
    stopMenu()
    listening.abort()
  }
}
