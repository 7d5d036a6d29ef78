import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { CaseBackups } from '../../preload/contract/backups.ts'
import type { Trouble } from '../../preload/contract/trouble.ts'
import type { Parsed } from '../../preload/contract.ts'
import { freePath } from '../case-file/files.ts'
import { restoreCase } from '../case-file/proven-copy.ts'
import { TroubleError } from '../trouble.ts'
import { type BackupFile, listBackups } from './backup-files.ts'
import type { Desk } from './desk.ts'

/** A case whose backups can be restored, and where its file is or was. */
interface Known {
  caseId: string
  path: string
  isOpen: boolean
}

function known(desk: Desk): Known[] {
  const open = { caseId: desk.case.info().id, path: desk.case.path, isOpen: true }
  const { refused } = desk
  return refused?.caseId && refused.caseId !== open.caseId
    ? [{ caseId: refused.caseId, path: refused.path, isOpen: false }, open]
    : [open]
}

export function listCaseBackups(desk: Desk): Promise<CaseBackups[]> {
  return Promise.all(
    known(desk).map(async ({ caseId, path, isOpen }) => ({
      caseId,
      caseName: nameOf(path),
      isOpen,
      backups: (await listBackups(join(desk.backups, caseId))).map(shown),
    })),
  )
}

export async function restoreBackup(desk: Desk, input: Parsed<'backup.restore'>): Promise<void> {
  const one = known(desk).find(({ caseId }) => caseId === input.caseId)
  const folder = join(desk.backups, input.caseId)
  const backup = one && (await listBackups(folder)).find(({ fileName }) => fileName === input.fileName)
  if (!backup) throw new TroubleError('gone', 'This backup is no longer there.')
  // Beside the case, and where its folder is gone beside the one that is open.
  const beside = existsSync(dirname(one.path)) ? one.path : join(dirname(desk.case.path), basename(one.path))
  const path = freePath(beside, `from ${moment(backup.at).replace(':', '.')}`)
  try {
    restoreCase(join(folder, backup.fileName), path)
  } catch (error) {
    throw new TroubleError(
      'restore-failed',
      `The backup of ${moment(backup.at)} was not restored. “${basename(one.path)}” and all backups are as they were.`,
      'Restore another, or make room on the disk.',
      error,
    )
  }
  const notices = [
    `This is the case as it was on ${moment(backup.at)}, in a file of its own: “${basename(path)}”.`,
  ]
  desk.open(path, { create: false, greeting: { notices } })
}

/**
 * Leaves a remedy out that would lead nowhere: backups of a case that has none. A file that was a case when it was seen last may
 * still hold its rows.
 */
export function offerable(trouble: Trouble, backups: string, caseId: string | null): Trouble {
  if (trouble.remedy !== 'case.backups' || (caseId && existsSync(join(backups, caseId)))) return trouble
  const { remedy: _, ...rest } = trouble
  return caseId && trouble.code === 'not-a-case' ? { ...rest, remedy: 'case.rescue' } : rest
}

const nameOf = (path: string) => basename(path, extname(path))

/** In the time of this computer. */
const moment = (at: string) =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).replace(',', '')

function shown({ fileName, at, size, contents }: BackupFile): CaseBackups['backups'][number] {
  const counts = contents?.counts
  return {
    fileName,
    caseName: nameOf(fileName).slice(fileName.indexOf(' ') + 1),
    at,
    size,
    holds: counts
      ? {
          passages: counts.annotation,
          entities: counts.entity,
          relations: counts.relation,
          notes: counts.note,
        }
      : null,
  }
}
