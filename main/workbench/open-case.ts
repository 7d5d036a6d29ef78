import { basename } from 'node:path'
import { removeExisting, replaceWith } from '../case-file/files.ts'
import { fileName } from '../export/file-name.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'

const kind = 'Ligature case'

export async function newCase(desk: Desk): Promise<boolean> {
  const path = await desk.ask.whereToSave({ title: 'New case', name: 'New case', kind, ending: 'ligature' })
  if (!path) return false
  refuseOpenCase(desk, path)
  removeExisting(path)
  desk.open(path, { create: true })
  return true
}

export async function chooseCase(desk: Desk): Promise<boolean> {
  const path = await desk.ask.caseFile()
  if (!path || path === desk.case.path) return false
  desk.open(path, { create: false })
  return true
}

/** Answers the copy's file name, or null when the person chose nowhere. */
export async function copyCase(desk: Desk): Promise<string | null> {
  const name = fileName(`${desk.case.info().name} copy`)
  const path = await desk.ask.whereToSave({ title: 'Save a copy', name, kind, ending: 'ligature' })
  if (!path) return null
  refuseOpenCase(desk, path)
  replaceWith(path, (beside) => desk.case.copyTo(beside))
  return basename(path)
}

function refuseOpenCase(desk: Desk, path: string): void {
  if (path === desk.case.path)
    throw new TroubleError(
      'same-file',
      `“${basename(path)}” is the case you have open.`,
      'Choose another name.',
    )
}
