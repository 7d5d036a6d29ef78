import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { reasonOf } from '../failure-words.ts'
import { TroubleError } from '../trouble.ts'

/**
 * Writes a file whole or not at all: beside the target first, on the disk, then renamed over it. An older file of that name
 * stays as it was until the new one is complete.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const name = basename(path)
  const beside = join(dirname(path), `.${name.slice(0, 40)}.${process.pid}.part`)
  try {
    const file = openSync(beside, 'w')
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    try {
      rmSync(beside, { force: true })
    } catch {
      // The folder is none, so nothing was left there.
    }
    // The file is being made, so what is not there is its folder.
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const { why, advice } = reasonOf(isMissing ? { code: 'ENOTDIR' } : error) ?? {
      why: 'the computer refused',
      advice: 'Choose another folder.',
    }
    throw new TroubleError(
      'write-failed',
      `“${name}” was not written: ${why}. The case is unchanged, and nothing half-written was left behind.`,
      advice,
      error,
    )
  }
}
