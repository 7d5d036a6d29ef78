import { call, unwrap } from '../state/client.ts'
import { isTyping } from './keyboard.ts'
import { showAdded } from './run.ts'

/** What is held over the window and would be added if it were let go. Only a drop tells more of it. */
export type Held = { what: 'files'; count: number } | { what: 'words' }

/**
 * Takes files, and words with their marks out of other programs, that are let go anywhere on the window. Tells what is held over
 * it, or null. Answers how to stop.
 */
export function listenToDrops(onHeld: (held: Held | null) => void): () => void {
  // What is dragged within the window is no article.
  let isOwn = false
  const heldIn = ({ dataTransfer, target }: DragEvent): Held | null => {
    if (!dataTransfer || isOwn || document.querySelector('dialog[open]')) return null
    if (dataTransfer.types.includes('Files'))
      return {
        what: 'files',
        count: [...dataTransfer.items].filter(({ kind }) => kind === 'file').length,
      }
    const hasWords = dataTransfer.types.includes('text/html') || dataTransfer.types.includes('text/plain')
    return hasWords && !isTyping(target) ? { what: 'words' } : null
  }
  const onOver = (event: DragEvent) => {
    const held = heldIn(event)
    onHeld(held)
    if (!held && isTyping(event.target)) return
    // Whatever is not prevented, the page would follow: a link that is let go leads away.
    event.preventDefault()
    if (event.dataTransfer && !isOwn) event.dataTransfer.dropEffect = held ? 'copy' : 'none'
  }
  // What is entered is told before what is left: leaving what was entered last is leaving the window.
  let entered: EventTarget | null = null
  const onEnter = (event: DragEvent) => {
    entered = event.target
  }
  const onLeave = (event: DragEvent) => {
    if (event.target === entered) onHeld(null)
  }
  const onDrop = async (event: DragEvent) => {
    const held = heldIn(event)
    onHeld(null)
    if (!held && isTyping(event.target)) return
    event.preventDefault()
    // Read before the first pause: what was let go is gone after the event.
    const files = [...(event.dataTransfer?.files ?? [])]
    const words = (type: string) => event.dataTransfer?.getData(type) ?? ''
    if (held?.what === 'files') await showAdded(unwrap(await window.ligature['article.drop'](files)))
    else if (held?.what === 'words')
      await showAdded(await call('article.paste', { text: words('text/plain'), html: words('text/html') }))
  }
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('dragstart', () => (isOwn = true), { signal })
  window.addEventListener('dragend', () => (isOwn = false), { signal })
  window.addEventListener('dragenter', onEnter, { signal })
  window.addEventListener('dragover', onOver, { signal })
  window.addEventListener('dragleave', onLeave, { signal })
  window.addEventListener('drop', onDrop, { signal })
  return () => listening.abort()
}
