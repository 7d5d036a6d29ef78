import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { callNames, channel } from '../preload/channels.ts'
import type { Trouble } from '../preload/contract/trouble.ts'
import type { Answer } from '../preload/contract.ts'
import { answer } from './workbench/answer.ts'
import type { Desk } from './workbench/desk.ts'

/** Answers the contract's calls. Who asks is checked before anything else. */
export function answerCalls(desk: Desk, isOurs: (event: IpcMainInvokeEvent) => boolean): void {
  for (const name of callNames)
    ipcMain.handle(
      channel(name),
      async (event, input: unknown): Promise<Answer<unknown>> =>
        isOurs(event) ? answer(desk, name, input) : { ok: false, trouble: refused },
    )
}

const refused: Trouble = { code: 'refused', message: 'This page may not ask for that.', advice: '' }
