import { basename } from 'node:path'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'

/**
 * Whether a path leads to the case on the desk, by any name: a link or another spelling leads to the same file. Its own path does
 * not where the file is gone from there: then the case can be saved back under its name.
 */
export const isOpenCase = (desk: Desk, path: string): boolean => desk.case.isFileAt(path)

/** To be asked before a file that a person named is read or written with `fs`. */
export function refuseOpenCase(desk: Desk, path: string, advice = 'Choose another name.'): void {
  if (isOpenCase(desk, path))
    throw new TroubleError('same-file', `“${basename(path)}” is the case you have open.`, advice)
}
