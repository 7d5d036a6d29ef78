import type { State } from '../state/store.ts'

/** What an action does. */
export interface Doing {
  /** Can it be done now? Left out where it always can. */
  when?: (state: State) => boolean
  /** Is what it switches or chooses so now? Left out where it does something else. */
  isOn?: (state: State) => boolean
  run: () => unknown
}
