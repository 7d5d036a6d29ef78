import { z } from 'zod'
import { call, Id } from './call.ts'

/** An article of the case that another may be a new version of. */
export interface Earlier {
  articleId: string
  title: string
  /** How much of the words of the two is the same, 0 to 1. */
  likeness: number
  /** How many passages stand in it. */
  passages: number
}

/** Words at a place, with what stands around them: offsets in UTF-16 code units of the article's text. */
export interface Place {
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
}

/**
 * What becomes of a passage in another version of its article. Sure: the same words stand in the same place, and nowhere else. Moved:
 * the words or what is around them changed, or stand there more than once. Lost: nothing like it is there.
 */
export type Fate =
  | { annotationId: string; fate: 'sure' | 'moved'; before: Place; after: Place }
  | { annotationId: string; fate: 'lost'; before: Place }

export const versionCalls = {
  /** Look for articles added before that this one may be a new version of: likest first. */
  'version.find': call(z.object({ articleId: Id })).answers<Earlier[]>(),
  /** Say what would become of each passage of an earlier version. Changes nothing. */
  'version.compare': call(z.object({ articleId: Id, earlierId: Id })).answers<Fate[]>(),
  /** Carry over the passages that are surely there, and those moved ones that a person accepted. The others stay where they are. */
  'version.carry': call(
    z.object({ articleId: Id, earlierId: Id, accepted: z.array(Id).max(100_000) }),
  ).answers<{ carried: number; left: number }>(),
}
