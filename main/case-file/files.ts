import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/**
 * Puts a file that `make` writes in the place of `path`: beside it first, on the disk, then renamed over it. The old file
 * stays until the new one is whole; a failure leaves nothing behind and is thrown as it came. Never call it with the path of
 * an open case: closing any handle to that drops SQLite's lock.
 */
export function replaceWith(path: string, make: (beside: string) => void): void {
  const beside = `${path}.part`
  try {
    rmSync(beside, { force: true })
    make(beside)
    putInPlace(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** Renames a complete file over `path`, both it and the new name on the disk. The rules of `replaceWith` hold. */
export function putInPlace(beside: string, path: string): void {
  // SQLite does not sync what VACUUM INTO writes.
  sync(beside)
  // A journal left of an older file would be played into the new one.
  for (const rest of ['-journal', '-wal', '-shm']) rmSync(path + rest, { force: true })
  renameSync(beside, path)
  syncFolder(dirname(path))
}

/** Removes a case file that is not open, and what SQLite may have left beside it. */
export function removeCase(path: string): void {
  for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(path + rest, { force: true })
}

/** Copies a case file that is not open, with what SQLite may have left beside it and would take up. */
export function copyCase(from: string, to: string): void {
  copyFileSync(from, to)
  for (const rest of ['-journal', '-wal']) if (existsSync(from + rest)) copyFileSync(from + rest, to + rest)
}

/** For copies of files that are damaged, never for a case that is open. */
export const readBytes = (path: string): Buffer => readFileSync(path)
export const writeBytes = (path: string, bytes: Buffer): void => writeFileSync(path, bytes)

/** A path beside `path` that nothing has yet: its name with a few words more. */
export function freePath(path: string, words: string): string {
  const name = basename(path, extname(path))
  for (let number = 1; ; number++) {
    const free = join(dirname(path), `${name} (${words})${number === 1 ? '' : ` ${number}`}${extname(path)}`)
    if (!existsSync(free)) return free
  }
}

/**
 * Which file stands at a path: its device and number there, or null where none can be reached. Safe for an open case, since
 * stat opens nothing.
 */
export function fileAt(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * A rename is on the disk once its folder is. Windows opens no folders, and needs it not; some network drives refuse it. By
 * then the file is whole under its new name, so that it would be wrong to say that it was not written: SQLite does the same.
 */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  try {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // The system writes it out by itself within half a minute.
  }
}
