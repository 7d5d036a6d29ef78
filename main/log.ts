import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { TroubleError } from './trouble.ts'

/** Bytes after which the file is put aside. One older file is kept, so the log never takes more than twice this. */
export const largestLog = 500_000

let file = ''

/** Says where to write, and answers the file. Before that, what is logged goes to the console alone. */
export function startLog(folder: string): string {
  file = join(folder, 'ligature.log')
  return file
}

/** Writes down that something went wrong. */
export function logError(what: string, error: unknown): void {
  const entry = `${what}: ${describe(error)}`
  console.error(entry)
  log(entry)
}

/** Writes a line of our own words. A log that cannot be written stops nobody. */
export function log(words: string): void {
  if (!file) return
  const entry = `${new Date().toISOString()} ${words}\n`
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog)
      renameSync(file, file.replace(/\.log$/u, '.old.log'))
    appendFileSync(file, entry)
  } catch {
    // A full disk is the likeliest thing to be logged.
  }
}

/**
 * An error without the words of any article: its name, its code and where in the program it was thrown. Messages are left out,
 * because JSON.parse, full text search and our own sentences quote what they were given; of a path only the ending is kept,
 * because a case is named after its article.
 */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${error === null ? 'null' : typeof error}`
  const { code, syscall, path } = error as NodeJS.ErrnoException
  const known = error instanceof TroubleError ? error.trouble.code : code
  const parts = [
    error.name,
    known === undefined ? '' : `[${known}]`,
    syscall === undefined ? '' : `in ${syscall}`,
    path === undefined ? '' : `of *${extname(path)}`,
  ]
  const cause = error.cause === undefined ? '' : `\n  because of ${describe(error.cause)}`
  return parts.filter(Boolean).join(' ') + framesOf(error) + cause
}

/** The stack without its first line, which repeats the message, and without the folders of the person's computer. */
function framesOf(error: Error): string {
  const stack = error.stack ?? ''
  const afterMessage = stack.indexOf(error.message) + error.message.length
  return stack
    .slice(afterMessage)
    .split('\n')
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/u.test(line))
    .slice(0, 12)
    .map((line) => `\n${line.replace(/(?:file:\/\/)?[^\s()]*[/\\]/gu, '')}`)
    .join('')
}
