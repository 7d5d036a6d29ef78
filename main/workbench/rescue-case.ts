import { basename } from 'node:path'
import { freePath } from '../case-file/files.ts'
import { counted, type Rescue, rescue } from '../case-file/rescue.ts'
import { TroubleError } from '../trouble.ts'
import { offerable } from './backups.ts'
import type { Desk } from './desk.ts'
import { refuseOpenCase } from './is-open-case.ts'

/** Carries what can be read of the case that was refused last, or of one that is asked for, into a new one, and opens it. */
export async function rescueCase(desk: Desk): Promise<boolean> {
  const from = desk.refused?.path ?? (await desk.ask.caseFile())
  if (!from) return false
  refuseOpenCase(desk, from)
  const path = freePath(from, 'rescued')
  let rescued: Rescue
  try {
    rescued = await rescue(from, path)
  } catch (error) {
    if (error instanceof TroubleError) {
      error.trouble = offerable(error.trouble, desk.backups, desk.refused?.caseId ?? null)
      throw error
    }
    throw new TroubleError(
      'rescue-failed',
      `“${basename(from)}” could not be carried into a new case beside it. It was left as it is.`,
      'Copy it to a folder that you may write to and that has room, and open it there.',
      error,
    )
  }
  desk.open(path, { create: false, greeting: { trouble: report(from, path, rescued) } })
  return true
}

/** Stays on the screen until it was read, so it is told as trouble even where all went well. */
function report(from: string, path: string, { carried, lost }: Rescue) {
  const counts = (['article', 'annotation', 'entity', 'relation', 'note'] as const).map((table) =>
    counted(table, carried[table]),
  )
  const some = lost.slice(0, 12)
  if (lost.length > some.length) some.push(`And ${lost.length - some.length} things more.`)
  return {
    code: 'rescued',
    message: `Rescued: ${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}. They are in “${basename(path)}”; “${basename(from)}” is as it was.`,
    advice: lost.length === 0 ? 'Nothing was left out but what does not belong in a case.' : some.join(' '),
  }
}
