import { z } from 'zod'
import { call, Nothing } from './call.ts'

/** One undoable change. Its number grows from step to step. */
export interface StepRow {
  id: number
  label: string
  /** When it was made, ISO 8601, UTC. */
  at: string
}

/**
 * One page of the steps, newest first. `present` is the last one that is done, or 0 before the first: those after it are
 * undone, and can be done again until the next new step. `next` is what to ask as `before`, or null after the oldest.
 */
export interface StepPage {
  steps: StepRow[]
  present: number
  next: number | null
}

const StepId = z.int().min(0)

export const historyCalls = {
  /** Undo the last step. Answers its label, or null when there is none. */
  'history.undo': call(Nothing).answers<string | null>(),
  /** Redo the step undone last. Answers its label, or null when there is none. */
  'history.redo': call(Nothing).answers<string | null>(),
  /**
   * Go to where the case was right after a step, 0 for its beginning. Going back is a new step, going on redoes. Answers the
   * label of what was done, or null where all is so already.
   */
  'history.go': call(z.object({ stepId: StepId })).answers<string | null>(),
  /** The steps before one, or the newest; only those whose labels hold the words. */
  'history.list': call(
    z.object({ before: StepId.nullable(), words: z.string().max(200) }),
  ).answers<StepPage>(),
}
