import { call, Nothing } from './call.ts'

/** One undoable change. `undone` steps can be redone until the next new step. */
export interface StepRow {
  id: number
  label: string
  at: string
  undone: boolean
}

export const historyCalls = {
  /** Undo the last step. Answers its label, or null when there is none. */
  'history.undo': call(Nothing).answers<string | null>(),
  /** Redo the step undone last. Answers its label, or null when there is none. */
  'history.redo': call(Nothing).answers<string | null>(),
  /** The last 500 steps, newest first. */
  'history.list': call(Nothing).answers<StepRow[]>(),
}
