import type { CallName } from '../../preload/channels.ts'
import type { Answer, Bridge, Input, Output } from '../../preload/contract.ts'
import { sayTrouble } from './messages.ts'

declare global {
  interface Window {
    ligature: Bridge
  }
}

/**
 * Calls the case. Answers undefined where the call failed: the person has then read why, and nothing was changed. A verb that
 * has nothing to answer answers true, so that no failure is taken for done. `Input` and `Output` come from the contract, so a
 * wrong call does not compile.
 */
export async function call<Name extends Exclude<CallName, 'article.drop'>>(
  name: Name,
  ...input: Input<Name> extends undefined ? [] : [Input<Name>]
): Promise<Told<Output<Name>> | undefined> {
  const ask = window.ligature[name] as (input?: Input<Name>) => Promise<Answer<Output<Name>>>
  return unwrap(await ask(...input))
}

type Told<Value> = Value extends void ? true : Value

export function unwrap<Value>(answer: Answer<Value>): Told<Value> | undefined {
  if (answer.ok) return (answer.value === undefined ? true : answer.value) as Told<Value>
  sayTrouble(answer.trouble)
  return undefined
}
