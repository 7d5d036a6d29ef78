import { create } from 'zustand'
import type { ActionId } from '../../preload/contract/actions.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import type { Trouble } from '../../preload/contract/trouble.ts'
import { useStore } from './store.ts'

export interface Message {
  id: number
  kind: 'done' | 'trouble'
  text: string
  advice?: string
  /** One of a kind: a newer one takes its place. */
  key?: string
  /** The number of the step it speaks of and offers to take back, as long as that is the last one. */
  undo?: number
  /** A question: it stays until it is answered or closed. */
  stays?: boolean
  /** An action that puts it right, as a button. */
  remedy?: ActionId
}

/** Sentences for the person, newest last. Good news goes by itself; trouble stays until it is read. */
export const useMessages = create<{ messages: Message[] }>(() => ({ messages: [] }))

let nextId = 1

interface Said extends Omit<Message, 'id' | 'undo'> {
  /** Offers to take back the step it speaks of: the last one, since a step's patch comes before its answer. */
  undo?: boolean
}

export function say({ undo: isUndoable, ...message }: Said): void {
  const id = nextId++
  const undo = isUndoable ? useStore.getState().info?.undoStep : null
  // Names and file names in it can come from anybody.
  const text = onOneLine(message.text.slice(0, 1000))
  const advice = onOneLine(message.advice?.slice(0, 2000) ?? '')
  useMessages.setState(({ messages }) => {
    const others = messages.filter(({ key }) => key === undefined || key !== message.key)
    return { messages: [...others.slice(-2), { ...message, text, advice, id, ...(undo ? { undo } : {}) }] }
  })
  if (message.kind === 'done' && !message.stays) setTimeout(() => dismiss(id), 6000)
}

export function sayTrouble({ message, advice, remedy }: Trouble): void {
  say({ kind: 'trouble', text: message, advice, ...(remedy ? { remedy } : {}) })
}

/**
 * Takes away what is no longer so: messages about steps that were undone, which come after the one that undo would now act on.
 * Those about earlier steps are still true, and only offer nothing any more.
 */
export function dropUndone(undoStep: number | null): void {
  const isSo = ({ undo }: Message) => undo === undefined || (undoStep !== null && undo <= undoStep)
  // What nothing is taken from stays the same list, so that a step does not draw the messages again.
  if (!useMessages.getState().messages.every(isSo))
    useMessages.setState(({ messages }) => ({ messages: messages.filter(isSo) }))
}

export function dismiss(id: number): void {
  useMessages.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
}
