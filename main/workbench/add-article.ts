import { basename } from 'node:path'
import type { Added } from '../../preload/contract/article.ts'
import type { Parsed } from '../../preload/contract.ts'
import { findSameArticle, insertArticle } from '../case-file/articles.ts'
import type { ArticleDraft } from '../import/draft.ts'
import { readApart } from '../import/read-apart.ts'
import { readArticleFile } from '../import/read-file.ts'
import { TroubleError } from '../trouble.ts'
import type { Desk } from './desk.ts'
import { refuseOpenCase } from './is-open-case.ts'
import { inTurn } from './reading-turn.ts'
import { quoted } from './words.ts'

/** A pasted text longer than this is refused: the same limit as for a file, in UTF-16 code units. */
const mostPasted = 20_000_000

/**
 * Adds articles from files, each as a step of its own as soon as it is read: one that cannot be read does not keep the others
 * out, those read before the reading was stopped stay, and one that was not meant is undone without the others.
 */
export async function addFiles(desk: Desk, paths: string[]): Promise<Added> {
  const added: Added = { added: [], known: [], refused: [], notices: [] }
  const meant = desk.case
  let stopped = 0
  const turns = inTurn(
    desk,
    paths.map((path) => basename(path)),
    async (at, stop) => {
      const path = paths[at] ?? ''
      refuseOpenCase(desk, path, 'Choose a text file.')
      merge(added, await addWhenRead(desk, meant, readArticleFile(path, desk.startReader, stop)))
    },
  )
  for (const [at, turn] of (await Promise.allSettled(turns)).entries()) {
    if (turn.status === 'fulfilled') continue
    const error: unknown = turn.reason
    if (error instanceof TroubleError && error.trouble.code === 'reading-stopped') stopped++
    else if (!(error instanceof TroubleError) || paths.length === 1) throw error
    else added.refused.push(whyNot(basename(paths[at] ?? ''), error))
  }
  if (stopped > 0) added.notices.push(stoppedAfter(paths.length - stopped, paths.length))
  return added
}

/** Among several files each sentence says which it is about. */
function whyNot(name: string, { trouble }: TroubleError): string {
  const which = trouble.message.includes(name) ? '' : `${quoted(name)}: `
  return `${which}${trouble.message} ${trouble.advice}`.trim()
}

function stoppedAfter(read: number, all: number): string {
  if (read === 0) return 'The reading was stopped. Nothing was added to the case.'
  return `The reading was stopped after ${read} of ${all} files. What was added before stays in the case.`
}

export async function openArticles(desk: Desk): Promise<Added | null> {
  const paths = await desk.ask.articleFiles()
  return paths && addFiles(desk, paths)
}

export function dropArticles(desk: Desk, input: Parsed<'article.drop'>): Promise<Added> {
  // A dragged word or picture comes as a file without a path.
  const paths = input.paths.filter((path) => path !== '')
  if (paths.length === 0)
    throw new TroubleError(
      'nothing-dropped',
      'That cannot be read as an article.',
      'Drop a text file, or paste the words.',
    )
  return addFiles(desk, paths)
}

export async function pasteArticle(desk: Desk, { text, html }: Parsed<'article.paste'>): Promise<Added> {
  if (text.length > mostPasted || html.length > mostPasted)
    throw new TroubleError('too-large', 'That is too much text to paste: 20 million characters is the most.')
  const request = { kind: 'pasted' as const, text, html }
  const meant = desk.case
  const [turn] = inTurn(desk, ['the pasted text'], (_at, stop) =>
    addWhenRead(desk, meant, readApart(desk.startReader, request, { stop })),
  )
  return turn ?? nothing
}

const nothing: Added = { added: [], known: [], refused: [], notices: [] }

export function addSample(desk: Desk): Promise<Added> {
  return addFiles(desk, [desk.samplePath])
}

/** Reading takes a while, in which another case may be put on the desk: the article was not meant for that one. */
async function addWhenRead(desk: Desk, meant: Desk['case'], reading: Promise<ArticleDraft>): Promise<Added> {
  const draft = await reading
  if (desk.case !== meant)
    throw new TroubleError(
      'other-case',
      `${quoted(draft.title)} was not added: another case was opened while it was read.`,
      'Add it again, to the case it belongs to.',
    )
  return addDraft(desk, draft)
}

export function addDraft(desk: Desk, draft: ArticleDraft): Added {
  const content = { text: draft.text, blocks: draft.blocks }
  const known = findSameArticle(desk.case.read, content)
  if (known) return { added: [], known: [known.id], refused: [], notices: [] }
  const { value, patch } = desk.case.step((db) => ({
    label: `Add article ${quoted(draft.title)}`,
    value: insertArticle(db, draft, content),
  }))
  if (patch) desk.tell('patch', patch)
  return { added: [value], known: [], refused: [], notices: draft.notices }
}

function merge(into: Added, more: Added): void {
  into.added.push(...more.added)
  into.known.push(...more.known)
  into.refused.push(...more.refused)
  into.notices.push(...more.notices)
}
