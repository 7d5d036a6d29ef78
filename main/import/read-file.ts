import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { TroubleError } from '../trouble.ts'
import type { ArticleDraft } from './draft.ts'
import type { FileKind } from './draft-of.ts'
import { readApart, type StartReader } from './read-apart.ts'

/** The largest file that is read, in bytes: some ten long novels. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

const KINDS = new Map<string, FileKind>([
  ['', 'text'],
  ['.txt', 'text'],
  ['.text', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.docx', 'word'],
  ['.docm', 'word'],
  ['.pdf', 'pdf'],
])

/** Kinds of file that hold words Ligature does not take out of them. */
const NOT_READ = new Map([
  ['.mhtml', 'web archives'],
  ['.mht', 'web archives'],
  ['.webarchive', 'web archives'],
  ['.doc', 'Word documents of before 2007'],
  ['.odt', 'OpenDocument texts'],
  ['.rtf', 'rich text'],
  ['.epub', 'e-books'],
])

/** Reads a text, a Markdown file, a web page, a Word document or a PDF as an article; throws a TroubleError that says what was wrong with the file. */
export async function readArticleFile(
  path: string,
  start: StartReader,
  stop?: AbortSignal,
): Promise<ArticleDraft> {
  const name = basename(path)
  await checkFile(path, name)
  const kind = kindOf(name)
  const bytes = await readFile(path).catch((cause) => Promise.reject(asTrouble(cause, name)))
  return readApart(start, { kind, name, bytes }, { stop })
}

/** The ending in lower case; empty where what follows the last point is no ending, as in "Vol. 3" or "notes.2024". */
function endingOf(name: string): string {
  const ending = extname(name).toLowerCase()
  return /^\.[a-z][a-z0-9]{0,9}$/u.test(ending) ? ending : ''
}

export async function checkFile(path: string, name: string): Promise<void> {
  const found = await stat(path).catch((cause) => Promise.reject(asTrouble(cause, name)))
  if (found.isDirectory()) {
    throw new TroubleError('file-folder', `“${name}” is a folder.`, 'Choose the text files in it instead.')
  }
  // Reading a pipe or a device might never end.
  if (!found.isFile()) {
    throw new TroubleError(
      'file-unreadable',
      `“${name}” is not a file that can be read.`,
      'Choose a text file.',
    )
  }
  if (found.size === 0) {
    throw new TroubleError('file-empty', `“${name}” is empty.`, 'Choose a file with words in it.')
  }
  if (found.size > MAX_FILE_BYTES) {
    throw new TroubleError(
      'file-too-large',
      `“${name}” is larger than 20 MB.`,
      'Cut it into smaller files, or copy the part you need and paste it.',
    )
  }
}

function kindOf(name: string): FileKind {
  const ending = endingOf(name)
  const known = KINDS.get(ending)
  if (known) return known
  const kind = NOT_READ.get(ending)
  throw new TroubleError(
    'file-kind-unknown',
    kind
      ? `“${name}” was not added: Ligature does not read ${kind}.`
      : `“${name}” is of no kind Ligature reads.`,
    kind
      ? 'Open it, copy the words and paste them into Ligature.'
      : 'Choose a .txt, .md, .html, .docx or .pdf file, or copy the words and paste them.',
  )
}

export function asTrouble(cause: unknown, name: string): TroubleError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new TroubleError(
      'file-missing',
      `“${name}” is not there any more.`,
      'Look whether it was moved or renamed, and choose it again.',
      cause,
    )
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new TroubleError(
      'file-unreadable',
      `You are not allowed to read “${name}”.`,
      'Change its permissions, or copy it to a folder of yours.',
      cause,
    )
  }
  return new TroubleError(
    'file-unreadable',
    `“${name}” could not be read.`,
    'Try again, or copy it elsewhere first.',
    cause,
  )
}
