import type { State } from '../state/store.ts'

/** What an action does. */
export interface Doing {
  /** Can it be done now? Left out where it always can. */
  when?: (state: State) => boolean
  run: () => unknown
}
