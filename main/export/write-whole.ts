import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { TroubleError } from '../trouble.ts'

const reasons: Record<string, [message: string, advice: string]> = {
  EACCES: ['this folder may not be written to', 'Choose another folder.'],
  EPERM: ['this folder may not be written to', 'Choose another folder.'],
  EROFS: ['this disk is read-only', 'Choose another folder.'],
  ENOSPC: ['the disk is full', 'Make room, or choose another disk.'],
  ENOENT: ['the folder is not there', 'Choose another folder.'],
  ENOTDIR: ['the folder is not there', 'Choose another folder.'],
  EISDIR: ['a folder of that name is there already', 'Choose another name.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter name.'],
}

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
    const [why, advice] = reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? [
      'the computer refused',
      'Choose another folder.',
    ]
    throw new TroubleError(
      'write-failed',
      `“${name}” was not written: ${why}. The case is unchanged, and nothing half-written was left behind.`,
      advice,
      error,
    )
  }
}
