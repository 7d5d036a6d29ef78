import { z } from 'zod'
import { call } from './call.ts'

/** `article`: what is known about one. `text`: its words. */
export const hitKinds = ['entity', 'tag', 'article', 'text', 'note'] as const
export type HitKind = (typeof hitKinds)[number]

/** Where words were found, with the words around them. All offsets are UTF-16 code units, end exclusive. */
export interface SearchHit {
  kind: HitKind
  /** Of the entity, tag, article or note. */
  id: string
  /** The first find of a `text` hit, in the article's text; 0 for other kinds. */
  start: number
  end: number
  /** The words around, on one line, and which of them were found. */
  snippet: string
  marks: [start: number, end: number][]
}

export interface Found {
  /** The best of each kind; those in articles' words in the order of reading. */
  hits: SearchHit[]
  /** How many there are of each kind, also of those not listed. */
  counts: Record<HitKind, number>
}

export const searchCalls = {
  /**
   * Look through articles, entities, tags and notes. Words mean all of them, in any form that begins so; "words in quotes"
   * stand together; OR and NOT (or a dash before the word) mean what they say.
   */
  'case.search': call(z.object({ words: z.string().max(1000) })).answers<Found>(),
}
