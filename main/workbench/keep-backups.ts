import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { hasRevision, lastRevision } from '../case-file/revisions.ts'
import { logError } from '../log.ts'
import { TroubleError } from '../trouble.ts'
import { backupName, listBackups, prune } from './backup-files.ts'
import type { Desk } from './desk.ts'

/** Milliseconds from opening a case to its first backup, between two, and to another try when a person worked meanwhile. */
const usual = { first: 20_000, every: 3_600_000, again: 5000 }

/**
 * Backs the case on the desk up and removes the backups that the new one makes needless. Does nothing where nothing changed
 * since the last. Answers false where a person worked on meanwhile, and throws where it failed.
 */
export async function backUp(desk: Desk): Promise<boolean> {
  const one = desk.case
  const { id, name } = one.info()
  const folder = join(desk.backups, id)
  mkdirSync(folder, { recursive: true })
  const [last] = (await listBackups(folder)).flatMap(({ contents }) => contents?.last ?? [])
  if (desk.case !== one) return false
  const { number } = lastRevision(one.read)
  if (last?.number === number && hasRevision(one.read, last)) return true
  const isDone = await one.backUpTo(join(folder, backupName(name, new Date())))
  if (isDone) await prune(folder)
  return isDone
}

/** Backs the case on the desk up from time to time. A failure is said once. Answers how to stop. */
export function keepBackups(desk: Desk, { first, every, again } = usual): () => void {
  let isStopped = false
  let isTold = false
  let timer: ReturnType<typeof setTimeout>
  const run = async () => {
    let next = every
    try {
      if (!(await backUp(desk))) next = again
      else isTold = false
    } catch (error) {
      if (!isTold && !isStopped) tellFailure(desk, error)
      isTold = true
    }
    if (!isStopped) timer = setTimeout(run, next)
  }
  timer = setTimeout(run, first)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

function tellFailure(desk: Desk, error: unknown): void {
  if (error instanceof TroubleError) {
    desk.tell('trouble', error.trouble)
    return
  }
  logError('backup-failed', error)
  desk.tell('trouble', {
    code: 'backup-failed',
    message: `No backup of “${desk.case.info().name}” could be made. The case itself is saved.`,
    advice: 'Look whether the disk of your home folder has room, or save a copy of the case elsewhere.',
  })
}
