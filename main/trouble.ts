import type { ActionId } from '../preload/contract/actions.ts'
import type { Trouble } from '../preload/contract/trouble.ts'

/** An error made for a person: it crosses the bridge as it is. Anything else that is thrown is a defect of ours. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError'
  trouble: Trouble

  constructor(code: string, message: string, advice = '', cause?: unknown) {
    super(message, { cause })
    this.trouble = { code, message, advice }
  }

  /** The action that a person is offered with it. */
  offering(remedy: ActionId): this {
    this.trouble = { ...this.trouble, remedy }
    return this
  }
}
