import type { ActionId } from './actions.ts'

/** Why a call failed, as a person reads it. Nothing was changed. */
export interface Trouble {
  /** For programs: kebab-case, stable. */
  code: string
  /** What happened, and what was kept. A whole sentence. */
  message: string
  /** What to do now. A whole sentence, or empty. */
  advice: string
  /** The action that puts it right, where there is one: shown as a button. */
  remedy?: ActionId
}
