import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { callNames, channel } from '../preload/channels.ts'
import type { Trouble } from '../preload/contract/trouble.ts'
import { type Answer, contract } from '../preload/contract.ts'
import { TroubleError } from './trouble.ts'
import type { Desk } from './workbench/desk.ts'
import { workbench } from './workbench/workbench.ts'

/**
 * Answers the contract's calls: who asks is checked first, then the input is parsed, and only then anything happens. An
 * error comes back as words for a person; what is not made for a person is a defect, and is logged with its stack.
 */
export function answerCalls(desk: Desk, isOurs: (event: IpcMainInvokeEvent) => boolean): void {
  for (const name of callNames) {
    const verb = workbench[name] as (desk: Desk, input: unknown) => unknown
    ipcMain.handle(channel(name), async (event, input: unknown): Promise<Answer<unknown>> => {
      if (!isOurs(event)) return { ok: false, trouble: refused }
      const parsed = contract[name].input.safeParse(input)
      if (!parsed.success) return { ok: false, trouble: wrongInput(parsed.error.issues) }
      try {
        return { ok: true, value: await verb(desk, parsed.data) }
      } catch (error) {
        return { ok: false, trouble: troubleOf(error) }
      }
    })
  }
}

const refused: Trouble = { code: 'refused', message: 'This page may not ask for that.', advice: '' }

/** The first thing wrong. Only our own sentences are shown; zod's are for programmers. */
function wrongInput(issues: { message: string; code: string; path: PropertyKey[] }[]): Trouble {
  const ours = issues.find((issue) => /^[A-Z].*\.$/u.test(issue.message))
  return {
    code: 'wrong-input',
    message: ours?.message ?? 'That cannot be done with what was given. Nothing was changed.',
    advice: '',
  }
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble
  console.error(error)
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code === 'string' && (code.startsWith('SQLITE_FULL') || code === 'ENOSPC'))
    return {
      code: 'disk-full',
      message: 'The disk is full. Your last step was not saved; everything before it is in the case.',
      advice: 'Make room, then try again, or save a copy of the case elsewhere.',
    }
  if (typeof code === 'string' && code.startsWith('SQLITE_'))
    return {
      code: 'case-trouble',
      message: 'The case file could not be written. Your last step was not saved; everything before it is.',
      advice: 'Look whether its disk is still there, or save a copy of the case elsewhere.',
    }
  return {
    code: 'defect',
    message: 'Ligature made a mistake. Nothing was changed.',
    advice: 'Try again; if it comes back, start Ligature anew.',
  }
}
