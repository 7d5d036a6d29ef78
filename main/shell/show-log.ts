import { shell } from 'electron'
import { TroubleError } from '../trouble.ts'

export async function showLog(path: string): Promise<void> {
  const problem = await shell.openPath(path)
  if (problem)
    throw new TroubleError(
      'log-not-shown',
      'No program here shows the log.',
      `Open it by hand: it is ${path}`,
    )
}
