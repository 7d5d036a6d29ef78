import { z } from 'zod'
import { call, Id, Nothing } from './call.ts'
import { PartialDate } from './dates.ts'
import { Credibility, Reliability } from './grade.ts'
import { onOneLine } from './line.ts'

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'quote' | 'listItem' | 'caption' | 'furniture'

/** A piece of an article's text, by offsets in UTF-16 code units, end exclusive. Blocks are in order and never overlap. */
export interface Block {
  kind: BlockKind
  start: number
  end: number
  /** Headings only: 2 for a section, 3 for one below it. */
  level?: number
}

export type Direction = 'ltr' | 'rtl'

/** What is known about an article. Its words are read on their own with `article.read`. */
export interface ArticleRow {
  id: string
  /** SHA-256 (hex) of the words and blocks: where they are kept in the case file. */
  contentId: string
  title: string
  byline: string
  publisher: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or empty where no date was found. */
  publishedOn: string
  /** The web address or the file's name it came from; empty for a pasted text. */
  source: string
  /** A BCP 47 language tag, or empty where it could not be told. */
  language: string
  direction: Direction
  /** ISO 8601, UTC. */
  addedAt: string
  /** The grade of its source, which its passages have where they have none of their own. */
  reliability: Reliability
  credibility: Credibility
  /** The version that this one took the place of. */
  replacesId: string | null
}

/** An article's words, never changed after import, and the blocks they stand in. */
export interface ArticleContent {
  text: string
  blocks: Block[]
}

/** What adding articles came to: those added, those the case had already, and sentences a person should read. */
export interface Added {
  added: string[]
  known: string[]
  /** Why files among several were not added. Whole sentences. */
  refused: string[]
  notices: string[]
}

/** How far the reading of articles is: the file that is being read now, by its name, is number `at` of `of`. */
export interface Importing {
  name: string
  at: number
  of: number
}

const languageHelp = 'Write a language as its short code: en, fa, pt-BR.'

const Line = z.string().max(2000, 'That is too long: 2,000 characters is the most.').transform(onOneLine)

/** A BCP 47 tag in its usual form: "en-gb" becomes "en-GB". Empty where it is not known. */
const Language = z
  .string()
  .max(35, languageHelp)
  .transform((tag, context) => {
    try {
      return Intl.getCanonicalLocales(tag.trim() || [])[0] ?? ''
    } catch {
      context.addIssue(languageHelp)
      return z.NEVER
    }
  })

export const articleCalls = {
  /** Read an article's words and blocks. */
  'article.read': call(z.object({ articleId: Id })).answers<ArticleContent>(),
  /** Ask for files, and add each as an article. Answers null when the person chose none. */
  'article.open': call(Nothing).answers<Added | null>(),
  /** Add the files dropped on the window. The bridge makes the paths from the dropped files; no page can name one. */
  'article.drop': call(z.object({ paths: z.array(z.string().max(4096)).max(500) })).answers<Added>(),
  /** Add pasted words as an article; `html` is the clipboard's copy of them with their marks, or empty. */
  'article.paste': call(z.object({ text: z.string(), html: z.string() })).answers<Added>(),
  /** Stop reading articles. Those that were read before stay. */
  'article.stop': call(Nothing).answers<void>(),
  /** Add the sample article that ships with Ligature. */
  'article.sample': call(Nothing).answers<Added>(),
  /** Correct what is known about an article. Its words stay as they are. */
  'article.describe': call(
    z.object({
      articleId: Id,
      title: Line.pipe(z.string().min(1, 'An article needs a title.')),
      byline: Line,
      publisher: Line,
      publishedOn: PartialDate,
      source: Line,
      language: Language,
      direction: z.enum(['ltr', 'rtl']),
    }),
  ).answers<void>(),
  /** Grade an article's source, for all its passages that have no grade of their own. */
  'article.grade': call(
    z.object({ articleId: Id, reliability: Reliability, credibility: Credibility }),
  ).answers<void>(),
  /** Take an article out of the case, with its passages and their notes. */
  'article.remove': call(z.object({ articleId: Id })).answers<void>(),
}
