import { z } from 'zod'
import { call, Id, Nothing } from './call.ts'

/** A copy that Ligature made by itself and proved. */
export interface Backup {
  fileName: string
  /** What the case was called then. */
  caseName: string
  /** ISO 8601, UTC. */
  at: string
  /** Bytes. */
  size: number
  /** How much it holds, or null where it cannot be read. */
  holds: { passages: number; entities: number; relations: number; notes: number } | null
}

/** The backups of one case, newest first. */
export interface CaseBackups {
  caseId: string
  caseName: string
  /** False for a case that could not be opened. */
  isOpen: boolean
  backups: Backup[]
}

export const backupCalls = {
  /** The backups of a case that could not be opened last, where there is one, and of the open case. */
  'backup.list': call(Nothing).answers<CaseBackups[]>(),
  /** Make a backup now. Answers false where work went on before it was proven. */
  'backup.make': call(Nothing).answers<boolean>(),
  /** Make a new case file of a backup, beside the case's own, and open it. A backup that is not listed is refused. */
  'backup.restore': call(z.object({ caseId: Id, fileName: z.string().max(400) })).answers<void>(),
}
