import type { CallName } from '../../preload/channels.ts'
import type { Trouble } from '../../preload/contract/trouble.ts'
import { type Answer, contract } from '../../preload/contract.ts'
import { reasonOf } from '../failure-words.ts'
import { logError } from '../log.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'
import { workbench } from './workbench.ts'

/**
 * Answers one call: the input is parsed first, and only then anything happens. Never throws: an error comes back as words for a
 * person, and what is not made for a person is a defect, which is logged.
 */
export async function answer(desk: Desk, name: CallName, input: unknown): Promise<Answer<unknown>> {
  try {
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) return { ok: false, trouble: wrongInput(parsed.error.issues) }
    const verb = workbench[name] as (desk: Desk, input: unknown) => unknown
    return { ok: true, value: await verb(desk, parsed.data) }
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) }
  }
}

interface Issue {
  message: string
  /** What each choice of a union had against the input. */
  errors?: Issue[][]
}

/** The first thing wrong that we have a sentence for. zod's own words are for programmers. */
function wrongInput(issues: Issue[]): Trouble {
  const message = ourSentence(issues) ?? 'That cannot be done with what was given. Nothing was changed.'
  return { code: 'wrong-input', message, advice: '' }
}

function ourSentence(issues: Issue[]): string | undefined {
  for (const { message, errors = [] } of issues) {
    const found = /^[A-Z].*\.$/u.test(message) ? message : ourSentence(errors.flat())
    if (found) return found
  }
  return undefined
}

/** What a person is told about any error. What was made for a person stays as it is. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble
  const reason = reasonOf(error)
  logError(reason?.code ?? 'defect', error)
  if (reason)
    return {
      code: reason.code,
      message: `That was not done: ${reason.why}. Everything that was shown as saved before is kept.`,
      advice: reason.advice,
    }
  return {
    code: 'defect',
    message: 'Ligature made a mistake. Nothing was changed.',
    advice: 'Try again; if it comes back, start Ligature anew.',
  }
}
