import { existsSync, mkdirSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import type { Greeting } from '../../preload/contract/case.ts'
import { type OpenCase, openCase } from '../case-file/open-case.ts'
import { fileName } from '../export/file-name.ts'
import type { ArticleDraft } from '../import/draft.ts'
import type { StartReader } from '../import/read-apart.ts'
import { readArticleFile } from '../import/read-file.ts'
import { TroubleError } from '../trouble.ts'

/** Where a start leads: a case that is open, and an article to add to it or to show. */
export interface Beginning {
  case: OpenCase
  article: ArticleDraft | null
  trouble: Greeting['trouble']
  /** The path of the case that `trouble` is about, where it is about one. */
  refused: string | null
}

type Opened = Pick<Beginning, 'case' | 'article'>

/**
 * Chooses the case to start with. A case named on the command line is opened; an article named there gets a case of its
 * title in `folder`, the one from last time where there is one. Otherwise the last case; on the first run a sample case.
 * What cannot be opened is said, and the last case or an empty one takes its place: nobody sees other words under its name.
 */
export async function begin(
  named: string | null,
  lastCase: string | null,
  folder: string,
  samplePath: string,
  startReader: StartReader,
): Promise<Beginning> {
  let trouble: Greeting['trouble'] = null
  let refused: string | null = null
  const attempt = async (path: string, open: () => Opened | Promise<Opened>): Promise<Beginning | null> => {
    try {
      return { ...(await open()), trouble, refused }
    } catch (error) {
      if (!(error instanceof TroubleError)) throw error
      if (!trouble && isCase(path)) refused = path
      trouble ??= error.trouble
      return null
    }
  }
  return (
    (named && (await attempt(resolve(named), () => beginWith(resolve(named), folder, startReader)))) ||
    (lastCase && (await attempt(lastCase, () => ({ case: openCase(lastCase), article: null })))) ||
    (!lastCase &&
      !named &&
      (await attempt(samplePath, () => beginWith(samplePath, folder, startReader)))) || {
      case: openUntitled(folder),
      article: null,
      trouble,
      refused,
    }
  )
}

/** Whether a file is named as a case; any other is read as an article. */
export const isCase = (path: string): boolean => extname(path).toLowerCase() === '.ligature'

async function beginWith(path: string, folder: string, startReader: StartReader): Promise<Opened> {
  if (isCase(path)) return { case: openCase(path), article: null }
  const article = await readArticleFile(path, startReader)
  return { case: openOrMake(join(folder, `${fileName(article.title)}.ligature`)), article }
}

function openOrMake(path: string): OpenCase {
  if (existsSync(path)) return openCase(path)
  mkdirSync(join(path, '..'), { recursive: true })
  return openCase(path, { create: true })
}

function openUntitled(folder: string): OpenCase {
  mkdirSync(folder, { recursive: true })
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? 'Untitled.ligature' : `Untitled ${number}.ligature`)
    if (!existsSync(path)) return openCase(path, { create: true })
  }
}
