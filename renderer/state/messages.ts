import { create } from 'zustand'
import { onOneLine } from '../../preload/contract/line.ts'

export interface Message {
  id: number
  kind: 'done' | 'trouble'
  text: string
  advice?: string
  /** One of a kind: a newer one takes its place. */
  key?: string
  /** Offers to take the last step back. */
  undo?: boolean
}

/** Sentences for the person, newest last. Good news goes by itself; trouble stays until it is read. */
export const useMessages = create<{ messages: Message[] }>(() => ({ messages: [] }))

let nextId = 1

export function say(message: Omit<Message, 'id'>): void {
  const id = nextId++
  // Names and file names in it can come from anybody.
  const text = onOneLine(message.text.slice(0, 1000))
  useMessages.setState(({ messages }) => {
    const others = messages.filter(({ key }) => key === undefined || key !== message.key)
    return { messages: [...others.slice(-2), { ...message, text, id }] }
  })
  if (message.kind === 'done') setTimeout(() => dismiss(id), 6000)
}

export function dismiss(id: number): void {
  useMessages.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
}
