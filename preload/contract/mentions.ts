import { z } from 'zod'
import { call, Id, Name } from './call.ts'

/** A place where words were found that could be marked, with the words around it on one line. */
export interface Hit {
  articleId: string
  /** UTF-16 code units of the article's text, end exclusive. */
  start: number
  end: number
  before: string
  words: string
  after: string
}

export interface Hits {
  /** In the order of articles (newest first) and of reading; at most `mostHits`. */
  hits: Hit[]
  /** Whether there are more than could be listed. */
  areMore: boolean
}
export const mostHits = 2000

const Span = z.object({ articleId: Id, start: z.int().min(0), end: z.int().min(0) })

/** What many passages are marked as at once. */
export const ManyAs = z.union([z.object({ entityId: Id }), z.object({ tagId: Id })])

export const mentionCalls = {
  /**
   * Find every place where one of these names stands as whole words, also with a possessive ending, other quotes or dashes, or
   * over a line's end. Of names that overlap, the longest counts. In a name `*` stands for any letters, `?` for one.
   */
  'mention.find': call(
    z.object({ names: z.array(Name).min(1).max(200), matchCase: z.boolean(), articleId: Id.nullable() }),
  ).answers<Hits>(),
  /** Mark these passages as naming an entity, or put a tag on them, and take it off those others: one step for all. */
  'annotate.many': call(
    z.object({
      as: ManyAs,
      mark: z.array(Span).max(mostHits),
      unmark: z.array(z.object({ annotationId: Id })).max(mostHits),
    }),
  ).answers<{ marked: number; unmarked: number }>(),
}
