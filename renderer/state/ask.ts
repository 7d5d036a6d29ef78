import { create } from 'zustand'

export interface Question {
  title: string
  /** What follows from a yes, a sentence or a thing a line. */
  points: string[]
  /** The word on the button that does it. */
  act: string
}

/** The question that stands open, and who waits for its answer. */
export const useQuestion = create<{ open: (Question & { answer: (isSure: boolean) => void }) | null }>(
  () => ({
    open: null,
  }),
)

/** Asks before what is hard to see coming. One question at a time: a newer one answers an older with no. */
export function ask(question: Question): Promise<boolean> {
  useQuestion.getState().open?.answer(false)
  return new Promise((done) => {
    const answer = (isSure: boolean) => {
      useQuestion.setState({ open: null })
      done(isSure)
    }
    useQuestion.setState({ open: { ...question, answer } })
  })
}
