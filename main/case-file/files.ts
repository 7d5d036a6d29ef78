import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { TroubleError } from '../trouble.ts'

/**
 * Clears the place for a new case or a copy, after the person agreed to replace what is there. A journal left beside an old
 * file would be played into the new one, so it goes too. Never call it with the path of an open case.
 */
export function removeExisting(path: string): void {
  try {
    for (const file of [`${path}-journal`, `${path}-wal`, `${path}-shm`, path]) rmSync(file, { force: true })
  } catch (error) {
    throw new TroubleError(
      'write-failed',
      'The file that is there cannot be replaced. It is unchanged.',
      'Choose another name or folder.',
      error,
    )
  }
}

/**
 * Puts a file that `make` writes in the place of `path`: beside it first, on the disk, then renamed over it. The old file
 * stays until the new one is whole; a failure leaves nothing behind. Never call it with the path of an open case.
 */
export function replaceWith(path: string, make: (beside: string) => void): void {
  const beside = `${path}.part`
  try {
    rmSync(beside, { force: true })
    make(beside)
    // SQLite does not sync what VACUUM INTO writes.
    const file = openSync(beside, 'r+')
    fsyncSync(file)
    closeSync(file)
    // A journal of the old file would be played into the new one.
    for (const rest of ['-journal', '-wal', '-shm']) rmSync(path + rest, { force: true })
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw new TroubleError(
      'write-failed',
      'The copy was not written. The case is unchanged, and so is the file that was there.',
      'Choose another name or folder, or make room on the disk.',
      error,
    )
  }
}
