import type { Trouble } from '../preload/contract/trouble.ts'

/** An error made for a person: it crosses the bridge as it is. Anything else that is thrown is a defect of ours. */
export class TroubleError extends Error {
  override readonly name = 'TroubleError'
  readonly trouble: Trouble

  constructor(code: string, message: string, advice = '', cause?: unknown) {
    super(message, { cause })
    this.trouble = { code, message, advice }
  }
}
