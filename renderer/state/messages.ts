import { create } from 'zustand'
import type { ActionId } from '../../preload/contract/actions.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import type { Trouble } from '../../preload/contract/trouble.ts'

export interface Message {
  id: number
  kind: 'done' | 'trouble'
  text: string
  advice?: string
  /** One of a kind: a newer one takes its place. */
  key?: string
  /** Offers to take the last step back. */
  undo?: boolean
  /** A question: it stays until it is answered or closed. */
  stays?: boolean
  /** An action that puts it right, as a button. */
  remedy?: ActionId
}

/** Sentences for the person, newest last. Good news goes by itself; trouble stays until it is read. */
export const useMessages = create<{ messages: Message[] }>(() => ({ messages: [] }))

let nextId = 1

export function say(message: Omit<Message, 'id'>): void {
  const id = nextId++
  // Names and file names in it can come from anybody.
  const text = onOneLine(message.text.slice(0, 1000))
  const advice = onOneLine(message.advice?.slice(0, 2000) ?? '')
  useMessages.setState(({ messages }) => {
    const others = messages.filter(({ key }) => key === undefined || key !== message.key)
    return { messages: [...others.slice(-2), { ...message, text, advice, id }] }
  })
  if (message.kind === 'done' && !message.stays) setTimeout(() => dismiss(id), 6000)
}

export function sayTrouble({ message, advice, remedy }: Trouble): void {
  say({ kind: 'trouble', text: message, advice, ...(remedy ? { remedy } : {}) })
}

export function dismiss(id: number): void {
  useMessages.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
}
