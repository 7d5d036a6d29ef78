import { z } from 'zod'
import { PartialDate } from '../../preload/contract/dates.ts'
import { TroubleError } from '../trouble.ts'
import type { ArticleDraft } from './draft.ts'
import type { ReadRequest } from './draft-of.ts'

/**
 * A process that reads one article and is ended. An article is a stranger's file, and a thread is no wall against it: of eleven
 * ways to use up a worker's memory limit two ended the whole process with it, and a long native call outlasted `terminate` by
 * half a minute (Node 24). A process can always be ended. What Electron's utilityProcess.fork returns is one.
 */
export interface ReaderProcess {
  postMessage(request: ReadRequest): void
  once(event: 'message', listener: (answer: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}
export type StartReader = () => ReaderProcess

/** Milliseconds from the start of the process. A web page of 20 MB takes a tenth of it where nothing else runs. */
export const READING_LIMIT = 30_000

/** More than any honest article has; what is stored and drawn is bounded by it. In UTF-16 code units, and in blocks. */
const MOST_TEXT = 21_000_000
const MOST_BLOCKS = 500_000

const Line = z.string().max(2000).refine(isWellFormed)

const Block = z.strictObject({
  kind: z.enum(['title', 'heading', 'paragraph', 'quote', 'listItem', 'caption', 'furniture']),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  level: z.int().min(2).max(3).optional(),
})

/** What may come out of the process, whatever happened in there: plain words and where their blocks are. */
export const Draft = z
  .strictObject({
    title: Line.min(1),
    byline: Line,
    publisher: Line,
    publishedOn: PartialDate,
    source: Line,
    language: z.string().regex(/^[A-Za-z0-9-]{0,35}$/u),
    direction: z.enum(['ltr', 'rtl']),
    text: z.string().min(1).max(MOST_TEXT).refine(isWellFormed),
    blocks: z.array(Block).min(1).max(MOST_BLOCKS),
    notices: z.array(Line).max(20),
  })
  .refine(({ text, blocks }) => {
    let at = 0
    return blocks.every(({ start, end }) => {
      const follows = start >= at && end > start && end <= text.length
      at = end
      return follows
    })
  })

const Answer = z.union([
  z.strictObject({ draft: Draft }),
  z.strictObject({ trouble: z.strictObject({ code: z.string().max(40), message: Line, advice: Line }) }),
])

interface Limits {
  /** In milliseconds. */
  limit?: number
  /** Ends the reading at once. */
  stop?: AbortSignal | undefined
}

/** Reads an article in a process of its own; throws a TroubleError where that process fails, takes too long or is stopped. */
export function readApart(
  start: StartReader,
  request: ReadRequest,
  { limit = READING_LIMIT, stop }: Limits = {},
): Promise<ArticleDraft> {
  const what = request.kind === 'pasted' ? 'The pasted text' : `“${request.name}”`
  return new Promise<ArticleDraft>((resolve, reject) => {
    if (stop?.aborted) return reject(stopped(what))
    const reader = start()
    stop?.addEventListener('abort', () => {
      reject(stopped(what))
      reader.kill()
    })
    const refuse = (code: string, how: string) =>
      reject(
        new TroubleError(
          code,
          `${what} ${how}. Nothing was added to the case.`,
          'Copy the part you need, and paste it as text.',
        ),
      )
    const late = setTimeout(() => {
      reader.kill()
      refuse('reading-too-long', 'took too long to read, so the reading was stopped')
    }, limit)
    reader.once('exit', () => {
      clearTimeout(late)
      refuse('reading-broke-off', 'could not be read: it is damaged, or takes too much memory to take apart')
    })
    reader.once('message', (answer) => {
      clearTimeout(late)
      reader.kill()
      const parsed = Answer.safeParse(answer)
      if (!parsed.success) refuse('reading-broke-off', 'could not be read: what came out of it is no text')
      else if ('draft' in parsed.data) resolve(parsed.data.draft as ArticleDraft)
      else {
        const { code, message, advice } = parsed.data.trouble
        reject(new TroubleError(code, message, advice))
      }
    })
    reader.postMessage(request)
  })
}

function stopped(what: string): TroubleError {
  return new TroubleError('reading-stopped', `${what} was not read to its end, and not added.`)
}

function isWellFormed(text: string): boolean {
  return text.isWellFormed()
}
