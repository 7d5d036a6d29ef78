import type { CallName } from '../../preload/channels.ts'
import type { Answer, Bridge, Input, Output } from '../../preload/contract.ts'
import { sayTrouble } from './messages.ts'

declare global {
  interface Window {
    ligature: Bridge
  }
}

/**
 * Calls the case. Answers undefined where the call failed: the person has then read why, and nothing was changed.
 * `Input` and `Output` come from the contract, so a wrong call does not compile.
 */
export async function call<Name extends Exclude<CallName, 'article.drop'>>(
  name: Name,
  ...input: Input<Name> extends undefined ? [] : [Input<Name>]
): Promise<Output<Name> | undefined> {
  const ask = window.ligature[name] as (input?: Input<Name>) => Promise<Answer<Output<Name>>>
  return unwrap(await ask(...input))
}

export function unwrap<Value>(answer: Answer<Value>): Value | undefined {
  if (answer.ok) return answer.value
  sayTrouble(answer.trouble)
  return undefined
}
