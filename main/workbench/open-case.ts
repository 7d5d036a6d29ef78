import { basename } from 'node:path'
import type { Greeting } from '../../preload/contract/case.ts'
import { newestArticle } from '../case-file/articles.ts'
import { replaceWith } from '../case-file/files.ts'
import { fileName } from '../export/file-name.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'
import { isOpenCase, refuseOpenCase } from './is-open-case.ts'

const kind = 'Ligature case'

export function greet(desk: Desk): Greeting {
  const greeting = desk.greeting()
  return { ...greeting, articleId: greeting.articleId ?? newestArticle(desk.case.read) }
}

export async function newCase(desk: Desk): Promise<boolean> {
  const path = await desk.ask.whereToSave({ title: 'New case', name: 'New case', kind, ending: 'ligature' })
  if (!path) return false
  refuseOpenCase(desk, path)
  desk.open(path, { create: true })
  return true
}

export async function chooseCase(desk: Desk): Promise<boolean> {
  const path = await desk.ask.caseFile()
  return path !== null && openCaseAt(desk, path)
}

/** Opens a case that a person named. Answers false where it is the one on the desk. */
export function openCaseAt(desk: Desk, path: string): boolean {
  if (isOpenCase(desk, path)) return false
  desk.open(path, { create: false })
  return true
}

/**
 * Answers the copy's file name, or null when the person chose nowhere. Where the case has lost its own file, the copy takes
 * its place and work goes on there.
 */
export async function copyCase(desk: Desk): Promise<string | null> {
  const name = fileName(`${desk.case.info().name} copy`)
  const path = await desk.ask.whereToSave({ title: 'Save a copy', name, kind, ending: 'ligature' })
  if (!path) return null
  refuseOpenCase(desk, path)
  write(() => replaceWith(path, (beside) => desk.case.copyTo(beside)))
  if (!desk.case.isInPlace()) desk.open(path, { create: false })
  return basename(path)
}

/** Answers the file name of a copy without history, or null when the person chose nowhere. */
export async function shareCase(desk: Desk): Promise<string | null> {
  const name = fileName(`${desk.case.info().name} to share`)
  const title = 'Save a copy to share'
  const path = await desk.ask.whereToSave({ title, name, kind, ending: 'ligature' })
  if (!path) return null
  refuseOpenCase(desk, path)
  write(() => desk.case.shareTo(path))
  return basename(path)
}

function write(copy: () => void): void {
  try {
    copy()
  } catch (error) {
    if (error instanceof TroubleError) throw error
    throw new TroubleError(
      'write-failed',
      'The copy was not written. The case is unchanged, and so is the file that was there.',
      'Choose another name or folder, or make room on the disk.',
      error,
    )
  }
}
